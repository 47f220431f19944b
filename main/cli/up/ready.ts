import type { Status } from '../../contract/shapes.ts';

/** The line that `up --json` prints once everything listens (design: "Command line"). */
export interface Ready {
  readonly event: 'ready';
  readonly endpoint: string;
  readonly ui: string | null;
  readonly ca: string;
  readonly vault: string;
  readonly workspace: string;
  readonly pid: number;
  readonly alreadyRunning: boolean;
}

/** Printed before it where the interface waits for the person's click. */
export interface WaitingForClick {
  readonly event: 'ui';
  readonly ui: string;
  readonly workspace: string;
  readonly pid: number;
  readonly alreadyRunning: boolean;
}

/**
 * The ready line of an instance whose endpoint listens; null where it does not, or nothing was made yet. `servedCa` is the CA of a certificate that a settings file
 * put in place of Sealwire's.
 */
export function readyOf(
  status: Status,
  ui: string | null,
  alreadyRunning: boolean,
  servedCa: string | null = null,
): Ready | null {
  const { endpoint, authorities, vault, workspace } = status;
  const authority = authorities.find(({ current }) => current);
  if (endpoint === null || !endpoint.listening || authority === undefined) return null;
  return {
    event: 'ready',
    endpoint: endpoint.url,
    ui,
    ca: servedCa ?? authority.path,
    vault: vault.kind,
    workspace,
    pid: endpoint.pid,
    alreadyRunning,
  };
}
