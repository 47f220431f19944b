import { isAbsolute } from 'node:path';
import type { ParsedInput, ProcedureOutput } from '../../../contract/index.ts';
import type { Host } from '../../host/host.ts';
import type { AgentDefinition } from '../definition.ts';
import { fileFacts } from './file-facts.ts';
import { lintText } from './lint-text.ts';

/**
 * Looks over a text that a person pasted. It is neither kept nor logged, and the answer holds none of its secrets: whoever has the text mends it by the edits, and masks
 * it by the places of its secrets.
 */
export function lintPasted(
  host: Pick<Host, 'disk'>,
  catalogue: readonly AgentDefinition[],
  { text, name, agent, agentVersion }: ParsedInput<'agent.lint'>,
): ProcedureOutput<'agent.lint'> {
  const { reader, findings, secrets } = lintText({
    text,
    name: name ?? null,
    catalogue,
    agents: agent === undefined ? [] : [agent],
    inGit: null,
    versionOf: (id) =>
      agentVersion === undefined || (agent !== undefined && id !== agent)
        ? null
        : { lowest: agentVersion, highest: agentVersion },
    // A pasted text has no folder from which a relative path could start.
    factsOf: (path) => (isAbsolute(path) ? fileFacts(host.disk, path) : null),
  });
  return {
    format: reader?.title ?? null,
    findings: findings.map(({ edits, ...finding }) => ({ ...finding, edits: edits.map((each) => ({ ...each })) })),
    secrets: secrets.map((each) => ({ ...each })),
  };
}
