import { expect } from 'vitest';
import type { BrowserCarrier } from '../../main/transport/browser-carrier.ts';
import { served } from './carriers.ts';
import { fakeCore } from './fake-core.ts';
import { type Answer, ask, redeem } from './http-client.ts';

/** The browser's carrier and a link to it that nobody has used. */
export async function linked(
  core = fakeCore(),
): Promise<{ readonly carrier: BrowserCarrier; readonly origin: string; readonly code: string }> {
  const carrier = await served(core);
  const { origin, hash } = new URL(carrier.newLink());
  return { carrier, origin, code: hash.slice(1) };
}

/** The browser's carrier and the secret of one tab. */
export async function session(
  core = fakeCore(),
): Promise<{ readonly carrier: BrowserCarrier; readonly origin: string; readonly secret: string }> {
  const { carrier, origin } = await linked(core);
  return { carrier, origin, secret: await redeem(carrier.newLink()) };
}

export function exchange(origin: string, code: string): Promise<Answer> {
  return ask(origin, '/session', { method: 'POST', body: JSON.stringify({ code }) });
}

export function callWith(origin: string, secret: string, name: string): Promise<Answer> {
  return ask(origin, `/call/${name}`, { method: 'POST', headers: { 'x-sealwire-session': secret }, body: '{}' });
}

/** The error in an answer, or its whole body where there is none. */
export function errorOf(answer: Answer): unknown {
  const body = answer.json();
  return typeof body === 'object' && body !== null && 'error' in body ? body.error : body;
}

export function expectRefusal(
  answer: Answer | undefined,
  status: number,
  message: string,
  code = 'SESSION_REFUSED',
): void {
  expect(answer?.status).toBe(status);
  expect(answer === undefined ? null : errorOf(answer)).toMatchObject({
    code,
    message: expect.stringContaining(message),
    fix: expect.any(String),
  });
}
