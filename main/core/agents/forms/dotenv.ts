import { quoteDotenv } from '../quote/dotenv.ts';
import { startBlock, typed } from './env.ts';
import { ALL_SHELLS, type Form } from './form.ts';
import { hasToken, written } from './variables.ts';

/** Title of the step that keeps the file out of other people's eyes. */
export const KEEP_PRIVATE = 'Keep the file to yourself';

/** A `.env` file beside the application. The one form that holds the token itself, so it says how to keep the file private. */
export const dotenv: Form = {
  as: 'dotenv',
  title: '.env file',
  shells: ALL_SHELLS,
  seenFromApplication: (wiring) => wiring,
  render: (request) => {
    const { agent, framework, wiring } = request;
    const variables = agent.environment(wiring, framework).filter(([name]) => !agent.loaders.includes(name));
    const lines = variables.map(([name, value]) => `${name}=${written(value, quoteDotenv)}`);
    return {
      blocks: [
        ...(agent.ownForm('dotenv', framework, wiring) ?? []),
        { title: 'Add to .env', path: '.env', language: 'ini', content: `${lines.join('\n')}\n`, isCommand: false },
        ...(hasToken(wiring) ? [{ title: KEEP_PRIVATE, ...typed(keepPrivate(wiring.shell)) }] : []),
        startBlock('dotenv', request),
      ],
      env: agent.environment(wiring, framework),
      notes: hasToken(wiring)
        ? [
            'The token stands in .env as plain text; starting the application with `sealwire run` keeps it out of every file.',
          ]
        : [],
    };
  },
};

function keepPrivate(shell: 'bash' | 'fish' | 'pwsh' | 'cmd'): string {
  if (shell === 'pwsh') return "Add-Content .gitignore '.env'";
  if (shell === 'cmd') return 'echo .env>> .gitignore';
  return 'chmod 600 .env\necho .env >> .gitignore';
}
