import type { ProcedureInput, ProcedureName, ProcedureOutput, Push } from '../../main/contract/index.ts';
import type { Bridge, OnLink } from './bridge.ts';
import { asCallError, linkLost, sessionRefused } from './call-error.ts';
import { readLines } from './read-lines.ts';
import type { Session } from './session.ts';

const SESSION_HEADER = 'x-sealwire-session';
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 5_000;

/** What the bridge takes from its surroundings; `wait` lets a test decide when the next try happens. */
export interface HttpBridgeOptions {
  readonly session: Session;
  readonly fetch: typeof fetch;
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/** The carrier of browser mode: calls by POST /call/<procedure>, pushes as lines of JSON over GET /pushes. */
export function httpBridge({ session, fetch, wait }: HttpBridgeOptions): Bridge {
  async function ask(path: string, init: RequestInit): Promise<Response> {
    const secret = await session.secret().catch(() => {
      throw linkLost();
    });
    if (secret === null) throw sessionRefused();
    const response = await fetch(path, { ...init, headers: { ...init.headers, [SESSION_HEADER]: secret } }).catch(
      () => {
        throw linkLost();
      },
    );
    if (response.status === 401) {
      session.forget();
      throw sessionRefused();
    }
    return response;
  }

  return {
    async call<Name extends ProcedureName>(name: Name, input: ProcedureInput<Name>): Promise<ProcedureOutput<Name>> {
      const response = await ask(`/call/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(input),
      });
      const body: unknown = await response.json().catch(() => {
        throw linkLost();
      });
      if (!response.ok) throw asCallError(errorOf(body));
      // The carrier has checked the answer against the procedure's schema; this page ships no schemas.
      return body as ProcedureOutput<Name>;
    },

    listen(onPush: (push: Push) => void, onLink: OnLink): () => void {
      const ending = new AbortController();

      async function follow(): Promise<void> {
        const response = await ask('/pushes', { signal: ending.signal });
        if (!response.ok || response.body === null) throw linkLost();
        onLink('open');
        for await (const line of readLines(response.body)) {
          if (ending.signal.aborted) return;
          onPush(JSON.parse(line));
        }
      }

      async function keepFollowing(): Promise<void> {
        let pause = FIRST_WAIT_MS;
        while (!ending.signal.aborted) {
          const startedOpen = await follow().then(
            () => true,
            (thrown: unknown) => {
              if (asCallError(thrown).code !== 'SESSION_REFUSED') return false;
              onLink('refused');
              ending.abort();
              return false;
            },
          );
          if (ending.signal.aborted) return;
          onLink('lost');
          pause = startedOpen ? FIRST_WAIT_MS : Math.min(pause * 2, LONGEST_WAIT_MS);
          await wait(pause, ending.signal);
        }
      }

      void keepFollowing();
      return () => ending.abort();
    },
  };
}

function errorOf(body: unknown): unknown {
  return typeof body === 'object' && body !== null && 'error' in body ? body.error : body;
}
