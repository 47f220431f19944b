import type { ProcedureInput, ServerTarget, ServerTargetId } from '../../../main/contract/index.ts';
import { addNames } from '../../ui/add-names.ts';

/** What is filled in about the server. */
export interface ServerDraft {
  readonly version: string;
  readonly names: readonly string[];
  /** In the field, and not added yet; it counts all the same. */
  readonly typed: string;
  readonly port: string;
  readonly elasticsearch: string;
  readonly from: 'authority' | 'request';
  readonly isEncrypted: boolean;
  readonly isTrial: boolean;
  /** Whether browsers may report; `as-here` is what the endpoint here does. */
  readonly rum: 'as-here' | 'on' | 'off';
  /** As typed, with commas between. */
  readonly origins: string;
  readonly clients: 'none' | 'optional' | 'required';
  readonly tls: 'usual' | '1.3';
}

export const NEW_DRAFT: ServerDraft = {
  version: '',
  names: [],
  typed: '',
  port: '8200',
  elasticsearch: '',
  from: 'authority',
  isEncrypted: false,
  isTrial: false,
  rum: 'as-here',
  origins: '',
  clients: 'none',
  tls: 'usual',
};

/** The target of that id, or the first. */
export function targetOf(targets: readonly ServerTarget[], id: string | null): ServerTarget | undefined {
  return targets.find((target) => target.id === id) ?? targets[0];
}

/** What is asked of the core; what the target has no place for is left out. Null while something is missing that it cannot do without. */
export function wishOf(target: ServerTarget, draft: ServerDraft): ProcedureInput<'server.preview'> | null {
  const names = [...addNames(draft.names, draft.typed)];
  const port = Number(draft.port);
  const origins = draft.origins
    .split(',')
    .map((origin) => origin.trim())
    .filter((origin) => origin !== '');
  if (names.length === 0 && target.usualNames.length === 0) return null;
  if (portFault(draft.port) !== null) return null;
  return {
    target: target.id satisfies ServerTargetId,
    names,
    port,
    certificate: { from: target.takesRequest ? draft.from : 'authority' },
    encryptKey: target.takesPassphrase && draft.isEncrypted,
    trial: target.takesTrial && draft.isTrial,
    clients: draft.clients,
    ...(draft.rum === 'as-here' ? {} : { rum: draft.rum === 'on' }),
    ...(draft.rum === 'on' && origins.length > 0 ? { origins } : {}),
    ...(draft.tls === '1.3' ? { protocols: ['TLSv1.3'] } : {}),
    ...(draft.version.trim() === '' ? {} : { version: draft.version.trim() }),
    ...(draft.elasticsearch.trim() === '' ? {} : { elasticsearch: draft.elasticsearch.trim() }),
  };
}

/** Why that cannot be a port, or null. */
export function portFault(text: string): string | null {
  const port = Number(text);
  return /^\d{1,5}$/.test(text) && port >= 1 && port <= 65_535 ? null : 'A port is a number from 1 to 65535.';
}
