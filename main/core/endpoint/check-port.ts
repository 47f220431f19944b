import { fail, type SealwireError } from '../../contract/errors.ts';
import type { Host } from '../host/host.ts';
import { type ProcFiles, realProcFiles } from '../host/proc-files.ts';
import { addressesFor, ListenError, listenOnAll, nextFreePort } from './listen.ts';
import { portOwner } from './port-owner.ts';

/** Why a port cannot be had, with the one to use instead. */
export interface PortProblem {
  readonly message: string;
  readonly fix: string;
  readonly nextFree: number;
}

/** Looks whether the endpoint could listen on `port` of loopback and `hosts` right now; null where it could. Listens for a moment to find out. */
export async function checkPort(
  host: Pick<Host, 'platform' | 'exec'>,
  port: number,
  hosts: readonly string[],
): Promise<PortProblem | null> {
  const addresses = addressesFor(hosts);
  try {
    const trial = await listenOnAll(addresses, port, (socket) => socket.destroy());
    await trial.close();
    return null;
  } catch (error) {
    const { message, fix } = await explainListenError(host, realProcFiles, error, addresses);
    return { message, fix, nextFree: (await nextFreePort(addresses, port)) ?? 0 };
  }
}

/** A failure to listen as an error for a person: `PORT_TAKEN` with the owner and the next free port, or `ADDRESS_UNAVAILABLE`. */
export async function explainListenError(
  host: Pick<Host, 'platform' | 'exec'>,
  proc: ProcFiles,
  error: unknown,
  addresses: readonly string[],
): Promise<SealwireError> {
  if (!(error instanceof ListenError)) return fail('INTERNAL', { why: String(error) }, { cause: error });
  const { address, port, code } = error;
  if (code === 'EADDRINUSE') {
    const [owner, next] = await Promise.all([portOwner(host, proc, port), nextFreePort(addresses, port)]);
    return fail('PORT_TAKEN', { port, address, owner, next: next ?? 0 }, { cause: error });
  }
  if (code === 'EACCES') {
    const owner = 'the system, which keeps low ports for administrators';
    return fail('PORT_TAKEN', { port, address, owner, next: 8200 }, { cause: error });
  }
  return fail('ADDRESS_UNAVAILABLE', { address, why: WHY[code] ?? code }, { cause: error });
}

const WHY: Readonly<Record<string, string>> = {
  EADDRNOTAVAIL: 'no network interface has it',
  ENOTFOUND: 'no such host name',
  EAI_AGAIN: 'the name cannot be looked up now',
  EAFNOSUPPORT: 'this kind of address is switched off',
};
