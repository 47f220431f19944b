import type { Proven } from '../../contract/index.ts';
import type { AgentRun } from './agent-run.ts';
import type { AgentDefinition } from './definition.ts';
import { AGENT_RUNS } from './generated/agent-runs.ts';

/**
 * How far it was seen that an agent reports when it is configured by this form: `run` where a real agent did in a test, `source` where its
 * settings were read in its source or seen, `none` where one of them was neither. A definition that says nothing was run is believed over a run.
 */
export function provenOf(
  { id, settings }: Pick<AgentDefinition, 'id' | 'settings'>,
  as: string,
  runs: readonly AgentRun[] = AGENT_RUNS,
): Proven {
  const seen = settings.some(({ proof }) => proof === 'lab')
    ? runs.filter((run) => run.agent === id && run.form === as && run.wrong === null && run.stoppedAt === null)
    : [];
  const isKnown = settings.every(({ proof, never }) => never !== null || proof !== 'memory');
  return {
    by: seen.length > 0 ? 'run' : isKnown ? 'source' : 'none',
    versions: [...new Set(seen.map(({ version }) => version))],
    frameworks: [...new Set(seen.map(({ framework }) => framework))],
  };
}
