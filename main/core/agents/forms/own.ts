import { fail } from '../../../contract/index.ts';
import type { Block } from '../definition.ts';
import { startBlock, tokenBlocks } from './env.ts';
import { ALL_SHELLS, type Form, type FormRequest } from './form.ts';
import { beforeToken, hasToken, tokenVariable } from './variables.ts';

/** Configuration in the application's code. The token still comes from the environment, so that it is in no file under version control. */
export const code: Form = own('code', 'Code');

/** Configuration in the agent's own file, or in the file where the framework keeps its settings. */
export const file: Form = own('file', 'File');

function own(as: string, title: string): Form {
  return {
    as,
    title,
    shells: ALL_SHELLS,
    seenFromApplication: (wiring) => wiring,
    render: (request) => ({
      blocks: [...ownBlocks(as, request), ...tokenBlocks(request), ...startBlocks(as, request)],
      env: neededVariables(as, request),
      notes: [],
    }),
  };
}

/** Nothing where the application is started by other means than a command. */
function startBlocks(as: string, request: FormRequest): readonly Block[] {
  const block = startBlock(as, request);
  return block.content === '' ? [] : [block];
}

function ownBlocks(as: string, { agent, framework, wiring }: FormRequest): readonly Block[] {
  const blocks = agent.ownForm(as, framework, wiring);
  if (blocks === null)
    throw fail('USAGE', { what: `${agent.title} has no form "${as}".`, fix: `Use --as ${agent.forms[0]}.` });
  return blocks;
}

function neededVariables(
  as: string,
  { agent, framework, wiring }: FormRequest,
): readonly (readonly [string, string])[] {
  const token = hasToken(wiring) ? [[tokenVariable(agent), `${beforeToken(agent)}${wiring.token}`] as const] : [];
  return [...token, ...agent.ownEnvironment(as, framework)];
}
