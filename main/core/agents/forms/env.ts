import type { AgentDefinition, Block, Wiring } from '../definition.ts';
import { SHELLS, tokenCommand } from '../shell-dialect.ts';
import { ALL_SHELLS, type Form, type FormRequest } from './form.ts';
import { beforeToken, hasToken, tokenVariable } from './variables.ts';

/** Environment variables typed in a shell. The token is fetched by the shell, so it is neither in the history nor in a file. */
export const env: Form = {
  as: 'env',
  title: 'Environment',
  shells: ALL_SHELLS,
  seenFromApplication: (wiring) => wiring,
  render: (request) => ({
    blocks: [
      ...(request.agent.ownForm('env', request.framework, request.wiring) ?? []),
      { title: 'Set these in the shell that starts the application', ...typed(exports(request)) },
      startBlock('env', request),
    ],
    env: request.agent.environment(request.wiring, request.framework),
    notes: [],
  }),
};

function exports({ agent, framework, wiring }: FormRequest): string {
  const shell = SHELLS[wiring.shell];
  return agent
    .environment(wiring, framework)
    .filter(([name]) => !agent.loaders.includes(name))
    .map(([name, value]) => (name === tokenVariable(agent) ? tokenLine(agent, wiring) : shell.assign(name, value)))
    .join('\n');
}

/** Sets the token's variable to what Sealwire prints. */
export function tokenLine(agent: Pick<AgentDefinition, 'id' | 'settings'>, wiring: Wiring): string {
  return SHELLS[wiring.shell].assignOutput(tokenVariable(agent), tokenCommand(wiring), beforeToken(agent));
}

/** For forms that keep everything but the token in a file: the line that brings it in, or nothing where none is asked for. */
export function tokenBlocks({ agent, wiring }: FormRequest): readonly Block[] {
  if (!hasToken(wiring)) return [];
  const title = 'Bring in the token where the application is started';
  return [{ title, ...typed(tokenLine(agent, wiring)) }];
}

/** The command that starts the application with the agent loaded. */
export function startBlock(as: string, { agent, framework, wiring }: FormRequest): Block {
  return { title: 'Start the application', ...typed(agent.startLine(as, framework, wiring)) };
}

/** The rest of a block that is typed in a shell. */
export function typed(content: string): Omit<Block, 'title'> {
  return { path: null, language: 'shell', content, isCommand: true };
}
