import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:https';
import { onTestFinished } from 'vitest';
import type { Instance } from './system-home.ts';

export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** What an agent does, without an agent: requests over connections that are kept, with the CA verified. */
export interface Reporter {
  /** Rejects where the connection ends before the answer. */
  ask(method: string, path: string, body?: string | null, token?: string): Promise<Answer>;
  close(): void;
}

export function reporterTo(instance: Instance, token: string): Reporter {
  const agent = new Agent({ keepAlive: true, ca: readFileSync(instance.ready.ca) });
  onTestFinished(() => agent.destroy());
  return {
    ask: (method, path, body = null, own = token) =>
      new Promise((resolve, reject) => {
        const sent = request(
          { agent, method, path, host: 'localhost', port: instance.port, headers: { authorization: `Bearer ${own}` } },
          (response) => {
            let text = '';
            response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
            response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
            response.on('error', reject);
          },
        );
        sent.on('error', reject);
        sent.end(body ?? undefined);
      }),
    close: () => agent.destroy(),
  };
}

/** An intake body: metadata of `service`, then one transaction for each id (64 random bits in hexadecimal). */
export function transactions(service: string, ids: readonly string[]): string {
  const metadata = { service: { name: service, agent: { name: 'stand-in', version: '1.0.0' } } };
  const lines = ids.map((id) => ({
    transaction: {
      id,
      trace_id: id.padStart(32, '0'),
      name: `transaction ${id}`,
      type: 'request',
      duration: 1,
      span_count: { started: 0 },
    },
  }));
  return [{ metadata }, ...lines].map((line) => `${JSON.stringify(line)}\n`).join('');
}
