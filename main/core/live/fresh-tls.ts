import type { TlsSettings } from '../endpoint/tls/tls-settings.ts';
import type { Log } from '../log/log.ts';
import type { TlsFiles } from '../server/tls-files.ts';

/**
 * What the endpoint asks before each handshake: whether the certificate files of a settings file have changed. That they have, and that what is in them cannot be
 * served, is logged and told once; until it is mended, what was there before stays in force.
 */
export function freshTlsOf(files: TlsFiles, log: Log, didChange: () => void): () => TlsSettings | null {
  let said: string | null = null;
  return () => {
    const fresh = files.fresh();
    const problem = files.problem();
    if (fresh !== null)
      log.write('the certificate files have changed', { names: fresh.identity?.served.names.join(', ') ?? null });
    if (problem !== null && problem !== said) log.write('the certificate files cannot be served', { why: problem });
    const isNew = fresh !== null || problem !== said;
    said = problem;
    if (isNew) didChange();
    return fresh;
  };
}
