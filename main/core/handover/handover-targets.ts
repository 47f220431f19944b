import { fail, type ServerTargetId } from '../../contract/index.ts';
import type { HandoverTarget } from './handover-target.ts';
import { compose } from './targets/compose.ts';
import { eck } from './targets/eck.ts';
import { elasticAgent } from './targets/elastic-agent.ts';
import { helm } from './targets/helm.ts';
import { kubernetes } from './targets/kubernetes.ts';
import { standalone } from './targets/standalone.ts';
import { systemd } from './targets/systemd.ts';

/** Every way in which a server can be set up, the plainest first. One file each in `targets/`. */
export const HANDOVER_TARGETS: readonly HandoverTarget[] = [
  standalone,
  systemd,
  compose,
  kubernetes,
  helm,
  eck,
  elasticAgent,
];

/** The target of that name; every name of the contract has one. */
export function handoverTarget(id: ServerTargetId): HandoverTarget {
  const found = HANDOVER_TARGETS.find((target) => target.id === id);
  if (found === undefined) throw fail('INTERNAL', { why: `no target is called ${id}` });
  return found;
}
