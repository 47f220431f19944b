import type { Snippet } from '../../contract/index.ts';
import type { Block } from './definition.ts';
import { typed } from './forms/env.ts';
import type { Form, FormRequest } from './forms/form.ts';
import { provenOf } from './proven.ts';

/** A snippet in the shape of `agent show`: the same blocks once in reading order, once as files to write and commands to type. */
export function writeSnippet(form: Form, request: FormRequest): Snippet {
  const { agent, framework } = request;
  const output = form.render(request);
  const install: Block = { title: 'Add the agent to the project', ...typed(framework.install) };
  const setUp = agent.setUp?.(form.as, framework, request.wiring) ?? [install];
  const blocks = [...setUp, ...output.blocks];
  const seen = form.seenFromApplication(request.wiring);
  return {
    agent: agent.id,
    as: form.as,
    files: blocks.flatMap(({ path, content }) => (path === null ? [] : [{ path, content }])),
    env: Object.fromEntries(output.env),
    commands: blocks.filter(({ isCommand }) => isCommand).map(({ content }) => content),
    notes: [...output.notes, ...agent.advice(form.as, framework, seen), ...agent.notes],
    proven: provenOf(agent, form.as, { framework: framework.id }),
    blocks: blocks.map(({ title, path, language, content }) => ({ title, path, language, content })),
  };
}
