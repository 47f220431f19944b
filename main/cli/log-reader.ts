import { StringDecoder } from 'node:string_decoder';
import type { ReadAlong } from './run-child.ts';

/** Of a longer line so many characters are looked at; an agent's sentences are far shorter. */
const LONGEST_LINE = 16_384;

export interface LogReader {
  readonly readAlong: ReadAlong;
  /** Looks at what was written last without a line's end, and waits until everything found has been told. */
  finish(): Promise<void>;
}

/**
 * Reads along with what a program writes, and tells `found` of each line that holds one of `phrases`, in order; of each phrase the first line only, since agents repeat themselves for as long as
 * they fail. `found` never runs twice at a time.
 */
export function readLog(phrases: readonly string[], found: (line: string) => Promise<void>): LogReader {
  const waiting = new Set(phrases);
  let telling = Promise.resolve();
  const look = (line: string): void => {
    const held = [...waiting].filter((phrase) => line.includes(phrase));
    if (held.length === 0) return;
    for (const phrase of held) waiting.delete(phrase);
    telling = telling.then(() => found(line));
  };
  const streams = { stdout: lines(look), stderr: lines(look) };
  return {
    readAlong: (stream, chunk) => streams[stream].take(chunk),
    finish: () => {
      streams.stdout.end();
      streams.stderr.end();
      return telling;
    },
  };
}

function lines(look: (line: string) => void): { take(chunk: Buffer): void; end(): void } {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  return {
    take: (chunk) => {
      const parts = `${rest}${decoder.write(chunk)}`.split('\n');
      rest = (parts.pop() ?? '').slice(0, LONGEST_LINE);
      for (const part of parts) look(part.slice(0, LONGEST_LINE));
    },
    end: () => look(rest),
  };
}
