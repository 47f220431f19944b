import { describe, expect, test } from 'vitest';
import { clipboardKeeper, SECRET_STAYS_MS } from '../../main/shell/clipboard/clipboard-keeper.ts';
import { testTimers } from './test-timers.ts';

/** A clipboard that answers with promises, as Electron's does; `settled` resolves once everything asked of it is done. */
function openKeeper() {
  let text = '';
  const timers = testTimers();
  const clipboard = {
    readText: async () => text,
    writeText: async (next: string) => {
      text = next;
    },
    clear: async () => {
      text = '';
    },
  };
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  return { keeper: clipboardKeeper(clipboard, timers), timers, clipboard, settled, text: () => text };
}

describe('the clipboard', () => {
  test('loses a secret after a minute and not before', async () => {
    const { keeper, timers, text, settled } = openKeeper();

    expect(await keeper.copy('sekrit', true)).toBe(60_000);
    timers.pass(SECRET_STAYS_MS - 1);
    await settled();
    expect(text()).toBe('sekrit');
    timers.pass(1);
    await settled();

    expect(text()).toBe('');
  });

  test('keeps what is not secret, and what the person copied since', async () => {
    const { keeper, timers, text, clipboard, settled } = openKeeper();

    expect(await keeper.copy('https://localhost:8200', false)).toBeNull();
    expect(timers.waiting()).toBe(0);
    await keeper.copy('sekrit', true);
    await clipboard.writeText('mine');
    timers.pass(SECRET_STAYS_MS);
    await settled();

    expect(text()).toBe('mine');
  });

  test('gives a secret that is copied again a whole minute again', async () => {
    const { keeper, timers, text, settled } = openKeeper();
    await keeper.copy('sekrit', true);
    timers.pass(40_000);
    await keeper.copy('sekrit', true);
    timers.pass(40_000);
    await settled();
    expect(text()).toBe('sekrit');
    timers.pass(20_000);
    await settled();
    expect(text()).toBe('');
  });

  test('loses a secret when the app quits, and only a secret', async () => {
    const { keeper, text } = openKeeper();
    await keeper.copy('sekrit', true);
    await keeper.clearSecret();
    expect(text()).toBe('');
    await keeper.copy('plain', false);
    await keeper.clearSecret();
    expect(text()).toBe('plain');
  });
});
