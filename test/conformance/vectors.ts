import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Folder of recorded answers of the real server, or null: the tests that need it then say so and are skipped. */
export const VECTORS = process.env.SEALWIRE_CONFORMANCE ?? null;

export const WHY_SKIPPED = 'SEALWIRE_CONFORMANCE does not name a folder of recorded answers';

export interface HttpVector {
  readonly group: string;
  readonly name: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: string;
    readonly body_base64?: string;
  };
  readonly response: {
    readonly status_line: string;
    readonly headers: readonly (readonly [string, string])[];
    readonly body?: string;
    readonly body_base64?: string;
  };
}

export interface DecodeVector {
  readonly name: string;
  readonly body: string;
  readonly accepted: number;
  readonly accepted_by_type: Readonly<Record<string, number>>;
  readonly event_errors?: readonly string[];
  readonly stream_error?: string;
  readonly http_status: number;
}

export function httpVectors(): HttpVector[] {
  return VECTORS === null ? [] : linesOf('http-exchanges.ndjson').map((line): HttpVector => JSON.parse(line));
}

export function decodeVectors(): DecodeVector[] {
  return VECTORS === null ? [] : linesOf('decode-cases.ndjson').map((line): DecodeVector => JSON.parse(line));
}

export function streamVector(name: string): Buffer {
  return readFileSync(join(VECTORS ?? '', 'streams', `${name}.ndjson`));
}

function linesOf(name: string): string[] {
  return readFileSync(join(VECTORS ?? '', name), 'utf8')
    .trim()
    .split('\n');
}
