import type { SealwireError } from '../contract/errors.ts';
import { type Paint, paintFor } from './paint.ts';

/** The two streams that a command may write to, as much of them as it needs. */
export interface OutputStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string, done?: () => void): unknown;
  on(event: 'error', listener: (error: NodeJS.ErrnoException) => void): unknown;
}

/** Where a command says what it found: one JSON document on stdout with `--json`, else calm lines for a person. */
export interface Output {
  readonly isJson: boolean;
  readonly paint: Paint;
  /** A sentence of ours for a person, with `sealwire` as it is typed here. `note` and `failed` see to it by themselves. */
  typed(text: string): string;
  /** Aborted once nobody reads stdout any more (`| head`). */
  readonly gone: AbortSignal;
  /** `value` as one line of JSON, or the lines that `human` makes of it. */
  answer<T>(value: T, human: (value: T) => readonly string[]): void;
  /** A line on stderr for a person, left out with `--json`: what is being done or waited for. */
  note(text: string): void;
  /** On stderr, beside the answer: a line for a person, or `value` as one line of JSON. */
  warned<T>(value: T, human: (value: T) => string): void;
  /** The sentence and its fix, or `{"error":…}`, on stderr. */
  failed(error: SealwireError): void;
  /** Resolves once everything written has left this process or has nowhere to go. */
  flushed(): Promise<void>;
}

/** Output on two streams. A reader that goes away (EPIPE) is no failure: what is written after that is dropped. */
export function outputOn(
  streams: { readonly stdout: OutputStream; readonly stderr: OutputStream },
  options: {
    readonly isJson: boolean;
    readonly env: Readonly<Record<string, string | undefined>>;
    /** Spells the commands in a sentence as they are typed here; left out, they stay as they are. */
    readonly typed?: (text: string) => string;
  },
): Output {
  const { typed = (text) => text } = options;
  const gone = new AbortController();
  const stdout = writer(streams.stdout, () => gone.abort());
  const stderr = writer(streams.stderr, () => undefined);
  const paint = paintFor(streams.stdout.isTTY === true, options.env);
  const errorPaint = paintFor(streams.stderr.isTTY === true, options.env);

  return {
    isJson: options.isJson,
    paint,
    typed,
    gone: gone.signal,
    answer: (value, human) => {
      const lines = options.isJson ? [JSON.stringify(value)] : human(value);
      if (lines.length > 0) stdout.write(`${lines.join('\n')}\n`);
    },
    note: (text) => {
      if (!options.isJson) stderr.write(`${typed(text)}\n`);
    },
    warned: (value, human) => {
      stderr.write(`${options.isJson ? JSON.stringify(value) : typed(human(value))}\n`);
    },
    failed: (error) => {
      if (options.isJson) stderr.write(`${JSON.stringify({ error: error.toShape() })}\n`);
      else stderr.write(`${errorPaint.bad(error.message)}\n${typed(error.fix)}\n`);
    },
    flushed: async () => {
      await Promise.all([stdout.flushed(), stderr.flushed()]);
    },
  };
}

function writer(stream: OutputStream, lost: () => void): { write(text: string): void; flushed(): Promise<void> } {
  let isLost = false;
  const waiting = new Set<() => void>();
  stream.on('error', () => {
    // EPIPE, or a terminal that was closed (EIO): nobody is left to be told.
    isLost = true;
    lost();
    for (const wake of waiting) wake();
  });
  return {
    write: (text) => {
      if (!isLost) stream.write(text);
    },
    flushed: () =>
      new Promise((resolve) => {
        if (isLost) return resolve();
        waiting.add(resolve);
        stream.write('', resolve);
      }),
  };
}
