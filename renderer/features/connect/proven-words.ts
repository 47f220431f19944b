import type { AgentSummary } from '../../../main/contract/index.ts';
import type { Choice } from './model.ts';

/** One sentence on how far it was seen that the agent reports when it is configured by the chosen form, and no more than was seen: a run with one framework says nothing of another. */
export function provenWords(agent: AgentSummary, { as, framework }: Pick<Choice, 'as' | 'framework'>): string {
  const proven = agent.forms.find((form) => form.as === as)?.proven;
  if (proven === undefined || proven.by === 'none') return 'Not proven: no agent was run that is configured this way.';
  if (proven.by === 'source') return 'By the source of the agent: none was run that is configured this way.';
  const versions = proven.versions.join(' and ');
  if (proven.frameworks.includes(framework)) {
    return `Proven by a run: the ${agent.title} agent ${versions} reported, configured this way.`;
  }
  const titles = agent.frameworks.filter(({ id }) => proven.frameworks.includes(id)).map(({ title }) => title);
  return `By the source of the agent for this framework; by a run of ${versions} for ${titles.join(', ')}.`;
}
