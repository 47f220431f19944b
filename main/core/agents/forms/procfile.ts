import type { Wiring } from '../definition.ts';
import { quoteForeman } from '../quote/foreman.ts';
import { tokenBlocks, typed } from './env.ts';
import { ALL_SHELLS, type Form } from './form.ts';
import { hasToken, tokenVariable, withoutToken } from './variables.ts';

/**
 * A Procfile and the `.env` file beside it, as foreman and honcho read them. The token is in neither: both hand on what the shell has that starts them, so it is fetched there.
 */
export const procfile: Form = {
  as: 'procfile',
  title: 'Procfile',
  shells: ALL_SHELLS,
  seenFromApplication: (wiring) => wiring,
  render: (request) => {
    const { agent, framework, wiring } = request;
    const variables = withoutToken(agent, agent.environment(wiring, framework)).filter(
      ([name]) => !agent.loaders.includes(name),
    );
    const lines = variables.map(([name, value]) => `${name}=${quoteForeman(value)}`);
    // Whatever the reader types in, foreman and honcho hand the line to sh.
    const inSh: Wiring = { ...wiring, shell: 'bash' };
    return {
      blocks: [
        ...(agent.ownForm('procfile', framework, wiring) ?? []),
        { title: 'Add to .env', path: '.env', language: 'ini', content: `${lines.join('\n')}\n`, isCommand: false },
        {
          title: 'Load the agent in the Procfile',
          path: 'Procfile',
          language: 'text',
          content: `web: ${agent.startLine('env', framework, inSh)}\n`,
          isCommand: false,
        },
        ...tokenBlocks(request),
        { title: 'Start it', ...typed('foreman start') },
      ],
      env: agent.environment(wiring, framework),
      notes: [
        'honcho start does the same where foreman is not there.',
        ...(hasToken(wiring)
          ? [`${tokenVariable(agent)} has no place in .env: there it would win over the one of the shell.`]
          : []),
      ],
    };
  },
};
