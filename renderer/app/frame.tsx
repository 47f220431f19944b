import { type ReactElement, type RefObject, Suspense, useEffect, useRef } from 'react';
import type { Status } from '../../main/contract/index.ts';
import { buttonClass } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Empty } from '../ui/empty.tsx';
import { Page } from '../ui/page.tsx';
import styles from './frame.module.css';
import { Link } from './link.tsx';
import { LinkBanner } from './link-banner.tsx';
import { PaletteHost } from './palette-host.tsx';
import { setPaletteOpen, usePaletteOpen } from './palette-open.ts';
import { Rail } from './rail.tsx';
import { usePlace } from './router.ts';
import { screenAt } from './screens.tsx';
import { TopBar } from './top-bar.tsx';

/** The window: rail, top bar, the screen that the address names. */
export function Frame({ status }: { readonly status: Status }): ReactElement {
  const { path } = usePlace();
  const isPaletteOpen = usePaletteOpen(({ isOpen }) => isOpen);
  const found = screenAt(path);
  // Another agent on Connect is a choice on one page, not another page.
  const content = useFocusOnArrival(`${found?.screen.path} ${found?.rest === ''}`);

  return (
    <div className={styles.frame}>
      <button type="button" className={styles.skip} onClick={() => document.getElementById('content')?.focus()}>
        Skip to content
      </button>
      <Rail current={found?.screen.path ?? null} />
      <TopBar status={status} onPalette={() => setPaletteOpen(true)} />
      <main id="content" className={styles.content} ref={content} tabIndex={-1}>
        <LinkBanner status={status} isPrimary={found?.screen.path === '/'} />
        {found === null ? (
          <Page title="Nothing is at this address">
            <Card isFlush>
              <Empty
                title={path}
                actions={
                  <Link to="/" className={buttonClass('primary')}>
                    Go to Home
                  </Link>
                }
              />
            </Card>
          </Page>
        ) : !status.initialised && !found.screen.isAlways ? (
          <Page title={found.screen.title}>
            <Card isFlush>
              <Empty
                title="Nothing has been made secure yet"
                actions={
                  <Link to="/" className={buttonClass('primary')}>
                    Make it secure
                  </Link>
                }
              >
                There is no authority, certificate or token to show. One click on Home makes all three.
              </Empty>
            </Card>
          </Page>
        ) : (
          <Suspense key={found.screen.path} fallback={null}>
            <found.screen.view status={status} rest={found.rest} />
          </Suspense>
        )}
      </main>
      <PaletteHost status={status} isOpen={isPaletteOpen} onToggle={setPaletteOpen} />
    </div>
  );
}

/**
 * Moves the focus to the heading of a screen that was gone to, as loading a page would, so that keyboard and screen reader start there.
 * A screen may show a first heading while it asks the core and another once it knows: until the person does something, the focus
 * follows. Not on the first screen, and not while only the query changes.
 */
function useFocusOnArrival(page: string): RefObject<HTMLElement | null> {
  const content = useRef<HTMLElement>(null);
  const former = useRef(page);

  useEffect(() => {
    const element = content.current;
    if (former.current === page || element === null) return;
    former.current = page;
    window.scrollTo(0, 0);

    let hasArrived = false;
    const follow = (): void => {
      if (hasArrived && document.activeElement !== document.body) return;
      const heading = element.querySelector<HTMLElement>('[data-page-heading]');
      heading?.focus({ preventScroll: true });
      hasArrived = heading !== null;
    };
    const watcher = new MutationObserver(follow);
    const stop = (): void => {
      watcher.disconnect();
      window.removeEventListener('keydown', stop);
      window.removeEventListener('pointerdown', stop);
    };
    watcher.observe(element, { childList: true, subtree: true });
    window.addEventListener('keydown', stop);
    window.addEventListener('pointerdown', stop);
    follow();
    return stop;
  }, [page]);

  return content;
}
