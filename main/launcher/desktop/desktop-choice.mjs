import { sandboxFix } from './sandbox.mjs';

/**
 * What the words after `npm start --` ask for. Every option but `--desktop` and `--browser` is one of `sealwire up`, which only browser mode has, so any
 * of them asks for browser mode. `rest` is what is left for `sealwire up`.
 */
export function startWish(args) {
  const rest = args.filter((word) => word !== '--desktop' && word !== '--browser');
  const isDesktop = args.includes('--desktop');
  const isBrowser = args.includes('--browser') || rest.length > 0;
  if (isDesktop && isBrowser) {
    const other = args.includes('--browser') ? '--browser' : rest[0];
    return {
      face: 'neither',
      rest,
      because: `--desktop opens the window and ${other} belongs to browser mode, so they do not go together.`,
      fix: `Leave one of the two out: npm start -- --desktop, or npm start -- ${args.filter((word) => word !== '--desktop').join(' ')}`,
    };
  }
  return { face: isDesktop ? 'desktop' : isBrowser ? 'browser' : 'either', rest };
}

/**
 * Window or browser, from what the machine is like. `because` completes "No window: …"; `fix` says how to get one, where a person can do something about it.
 * A wish for the window overrides whatever may still turn out well; where Electron cannot run at all, it does not.
 */
export function chooseFace(circumstances) {
  const obstacle = certainly(circumstances) ?? (circumstances.isWished ? null : probably(circumstances));
  return obstacle === null ? { face: 'desktop' } : { face: 'browser', ...obstacle };
}

/** Why Electron cannot show a window here, whatever anybody wishes. */
function certainly({ platform, isRoot, isSsh, display, electron }) {
  if (electron.state === 'unusable') return { because: electron.because };
  if (platform !== 'linux') return null;
  if (display === 'none') {
    return { because: isSsh ? 'this SSH session forwards no display' : 'there is no display here' };
  }
  // Chromium ends at once as root unless its sandbox is switched off, and Sealwire never switches that off.
  return isRoot ? { because: 'as root, Electron cannot make its sandbox' } : null;
}

/** Why it would in all likelihood be in vain, or not be what the person wants. */
function probably({ platform, isSsh, isContainer, isCi, hasSandbox, remembered, electron }) {
  if (isSsh && platform !== 'linux') {
    return { because: 'this is an SSH session, and a window would open where you are not' };
  }
  if (isContainer) return { because: 'this is a container' };
  if (isCi) return { because: 'this is a CI job' };
  if (!hasSandbox) {
    return {
      because: 'this system does not let Electron make its sandbox',
      fix: electron.state === 'there' ? sandboxFix(electron.dist) : 'To learn how to allow it: npm start -- --desktop',
    };
  }
  if (electron.state === 'absent' && remembered !== null) {
    return {
      because: `Electron could not be fetched within the last day, because ${remembered.because}`,
      fix: 'To try again now: npm start -- --desktop',
    };
  }
  return null;
}
