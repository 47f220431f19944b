import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { fail } from '../contract/errors.ts';
import { Secret } from '../contract/secret.ts';
import type { Given } from './given.ts';

/** The person at the terminal. */
export interface Ask {
  /** True for "y" or "yes"; Enter alone is no. */
  confirm(question: string): Promise<boolean>;
  /** Reads one line without showing it. */
  passphrase(question: string): Promise<Secret>;
}

/** The two ends of a terminal. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

/** Questions on a terminal. They go to stderr, so that stdout holds nothing but the answer of the command. */
export function askOn({ input, output }: Terminal): Ask {
  const line = async (question: string, isShown: boolean): Promise<string> => {
    const reader = createInterface({ input, output: isShown ? output : nowhere(), terminal: true });
    const interrupted = new AbortController();
    reader.on('SIGINT', () => interrupted.abort());
    reader.on('close', () => interrupted.abort());
    try {
      const answer = reader.question(isShown ? question : '', { signal: interrupted.signal });
      // The terminal has stopped echoing by now; a question that came first could be answered in plain sight.
      if (!isShown) output.write(question);
      return await answer;
    } catch (error) {
      throw fail(
        'USAGE',
        { what: 'The question was not answered, so nothing was done.', fix: 'Start the command again.' },
        { cause: error },
      );
    } finally {
      reader.close();
      if (!isShown) output.write('\n');
    }
  };
  return {
    confirm: async (question) => /^y(es)?$/i.test((await line(`${question} [y/N] `, true)).trim()),
    passphrase: async (question) => new Secret(await line(`${question}: `, false)),
  };
}

/** Asks twice for a passphrase that is about to be set; throws `USAGE` where the two differ or there is none. */
export async function newPassphrase(ask: Ask, what = 'the vault file'): Promise<Secret> {
  const first = await ask.passphrase(`New passphrase for ${what}`);
  if (first.reveal() === '')
    throw fail('USAGE', { what: 'An empty passphrase protects nothing.', fix: 'Type one, best several words.' });
  const second = await ask.passphrase('The same passphrase again');
  if (first.reveal() === second.reveal()) return first;
  throw fail('USAGE', { what: 'The two passphrases differ, so nothing was done.', fix: 'Start the command again.' });
}

/**
 * Asks before something that cannot be taken back. With `--yes` nobody is asked; where nobody can be, `USAGE` says to add it.
 * Resolves to false where the person declined.
 */
export async function confirmed(
  { given, ask }: { readonly given: Given; readonly ask: Ask | null },
  question: string,
): Promise<boolean> {
  if (given.flag('yes') === true) return true;
  if (ask !== null) return ask.confirm(question);
  throw fail('USAGE', {
    what: 'This cannot be taken back, and there is no terminal to ask on.',
    fix: 'Add --yes to go ahead.',
  });
}

function nowhere(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() });
}
