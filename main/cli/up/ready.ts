import type { Status } from '../../contract/shapes.ts';

/** The line that `up --json` prints once everything listens (design: "Command line"). */
export interface Ready {
  readonly event: 'ready';
  readonly endpoint: string;
  readonly ui: string | null;
  /** What clients have to trust; null where a settings file presents a certificate whose authority is in no known file. */
  readonly ca: string | null;
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

/** In words what clients have to trust where no file with it is known. */
export const UNKNOWN_CA = 'whoever issued the certificate of apm-server.yml; no file with it is known';

/** The ready line of an instance whose endpoint listens; null where it does not, or nothing was made yet. */
export function readyOf(status: Status, ui: string | null, alreadyRunning: boolean): Ready | null {
  const { endpoint, authorities, vault, workspace } = status;
  if (endpoint === null || !endpoint.listening || !authorities.some(({ current }) => current)) return null;
  return {
    event: 'ready',
    endpoint: endpoint.url,
    ui,
    ca: endpoint.ca,
    vault: vault.kind,
    workspace,
    pid: endpoint.pid,
    alreadyRunning,
  };
}
