import { asSealwireError } from '../../contract/index.ts';
import type { Host } from '../host/host.ts';
import type { Log } from '../log/log.ts';
import type { Security } from '../parts.ts';

/** At least this often it is looked whether the time has come: timers stand still while a machine sleeps, and clocks are set. */
const LOOK_EVERY_MS = 60 * 60_000;

/** After a renewal that failed: the vault may be unlocked, or the disk emptied, meanwhile. */
const AGAIN_MS = 10 * 60_000;

/** Renews what the endpoint presents before it expires. */
export interface Renewer {
  /** Renews if it is time, and sees to it that somebody looks again. Never rejects: what goes wrong is logged, and the notice of the expiry stays. */
  look(): Promise<void>;
  close(): void;
}

/** `isNeeded` tells whether an endpoint listens: a command that is over in a moment renews nothing behind the person's back. */
export function keepRenewed(parts: {
  readonly host: Pick<Host, 'now'>;
  readonly security: Pick<Security, 'nextRenewal' | 'renewCertificate'>;
  readonly log: Log;
  isNeeded(): boolean;
}): Renewer {
  const { host, security, log } = parts;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isClosed = false;
  let looking: Promise<void> | null = null;

  const lookIn = (milliseconds: number): void => {
    clearTimeout(timer);
    if (!isClosed) timer = setTimeout(() => void look(), milliseconds).unref();
  };

  const renew = async (): Promise<void> => {
    const next = security.nextRenewal();
    if (!parts.isNeeded() || next === null) return lookIn(LOOK_EVERY_MS);
    const waits = next.dueMs - host.now().getTime();
    if (waits > 0) return lookIn(Math.min(waits, LOOK_EVERY_MS));
    try {
      const { id, names, notAfter } = await security.renewCertificate(next.id);
      log.write('the certificate of the endpoint was renewed', { id, names: names.join(', '), notAfter });
      lookIn(LOOK_EVERY_MS);
    } catch (error) {
      log.write('the certificate of the endpoint could not be renewed', { why: asSealwireError(error).message });
      lookIn(AGAIN_MS);
    }
  };

  const look = (): Promise<void> => {
    looking ??= renew().finally(() => {
      looking = null;
    });
    return looking;
  };

  return {
    look,
    close: () => {
      isClosed = true;
      clearTimeout(timer);
    },
  };
}
