import type { ServerTargetId } from '../../contract/index.ts';
import type { Host } from '../host/host.ts';
import type { SecretPlace } from '../server/changed-by-reference.ts';
import type { Handover, ServerPlan } from './handover.ts';
import type { SettingPlaces } from './server-settings-tree.ts';

/** A way in which APM Server is run, and what it is given there. */
export interface HandoverTarget {
  readonly id: ServerTargetId;
  readonly title: string;
  /** For whom it is, as the end of "for …". */
  readonly audience: string;
  /** Names under which its agents reach it anyway; without any, some have to be given. */
  readonly usualNames: readonly string[];
  /** Where its token is kept: the keystore, or a secret that becomes a variable. */
  readonly tokenPlace: SecretPlace;
  /** Whether its key may be encrypted. */
  readonly takesPassphrase: boolean;
  /** Whether a certificate may come later. */
  readonly takesRequest: boolean;
  /** The oldest major version that it is written for. */
  readonly since: number;
  /** How its `apm-server.yml` names files and secrets; null where it has none that a person keeps. */
  readonly places: ((plan: ServerPlan) => SettingPlaces) | null;
  write(plan: ServerPlan, host: Pick<Host, 'randomBytes' | 'userId'>): Handover;
}
