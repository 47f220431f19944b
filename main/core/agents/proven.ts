import type { Proven } from '../../contract/index.ts';
import type { AgentRun } from './agent-run.ts';
import type { AgentDefinition } from './definition.ts';
import { AGENT_RUNS } from './generated/agent-runs.ts';

/**
 * How far it was seen that an agent reports when it is configured by this form: `run` where a real agent did in a test, `source` where its
 * settings were read in its source or seen, `none` where one of them was neither. With `framework`, runs of another count for nothing. A definition that says nothing was run is believed over
 * a run.
 */
export function provenOf(
  { id, settings }: Pick<AgentDefinition, 'id' | 'settings'>,
  as: string,
  {
    framework = null,
    runs = AGENT_RUNS,
  }: { readonly framework?: string | null; readonly runs?: readonly AgentRun[] } = {},
): Proven {
  const seen = settings.some(({ proof }) => proof === 'lab')
    ? runs.filter((run) => run.agent === id && run.form === as && run.wrong === null && run.stoppedAt === null)
    : [];
  const counted = seen.filter((run) => framework === null || run.framework === framework);
  const isKnown = settings.every(({ proof, never }) => never !== null || proof !== 'memory');
  return {
    by: counted.length > 0 ? 'run' : isKnown ? 'source' : 'none',
    versions: [...new Set(counted.map(({ version }) => version))],
    frameworks: [...new Set(counted.map((run) => run.framework))],
  };
}
