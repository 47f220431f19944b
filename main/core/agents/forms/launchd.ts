import type { Block, Wiring } from '../definition.ts';
import { quoteXmlText } from '../quote/xml-text.ts';
import { fileNameOf } from '../service-name.ts';
import { tokenCommand } from '../shell-dialect.ts';
import { typed } from './env.ts';
import type { Form, FormRequest } from './form.ts';
import { beforeToken, hasToken, tokenVariable, withoutToken } from './variables.ts';

/**
 * A job of launchd that starts when the person logs in. It goes through a login shell, which has their PATH and asks Sealwire for the token each time, so the plist, which any program of theirs
 * can read, does not hold it (launchd.plist(5), launchctl(1)).
 */
export const launchd: Form = {
  as: 'launchd',
  title: 'launchd',
  shells: ['bash', 'fish'],
  seenFromApplication: (wiring) => wiring,
  render: (request) => {
    const { agent, framework, wiring } = request;
    return {
      blocks: [
        ...(agent.ownForm('launchd', framework, wiring) ?? []),
        plist(request),
        { title: 'Check the file and load it', ...typed(loadLines(wiring)) },
      ],
      env: agent.environment(wiring, framework),
      notes: [
        `The job is called ${labelOf(wiring)}; put the folder of the application in the place of ${FOLDER}.`,
        ...(hasToken(wiring)
          ? [
              'The job asks for the token whenever it starts; after sealwire token rotate, load it again. One of the whole system (/Library/LaunchDaemons) runs without your keychain, so it cannot ask.',
            ]
          : []),
        'A login shell has your PATH, but no virtual environment and nothing that .zshrc sets up, such as nvm; name those programs by their path.',
        'What the application prints is lost unless StandardOutPath and StandardErrorPath name files.',
      ],
    };
  },
};

const FOLDER = '/path/to/your/application';

/** Name of the job. */
function labelOf({ service }: Wiring): string {
  return `local.${fileNameOf(service)}`;
}

function plist(request: FormRequest): Block {
  const { agent, framework, wiring } = request;
  const variables = withoutToken(agent, agent.environment(wiring, framework)).filter(
    // They would load the agent into the shell's other programs as well, Sealwire among them.
    ([name]) => !agent.loaders.includes(name),
  );
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">',
    '<plist version="1.0">',
    '<dict>',
    ...entry('Label', labelOf(wiring), '  '),
    ...entry('WorkingDirectory', FOLDER, '  '),
    '  <key>EnvironmentVariables</key>',
    '  <dict>',
    ...variables.flatMap(([name, value]) => entry(name, value, '    ')),
    '  </dict>',
    ...(hasToken(wiring)
      ? ['  <!-- The secret token is not here: the shell asks for it when the job starts. -->']
      : []),
    '  <key>ProgramArguments</key>',
    '  <array>',
    ...['/bin/zsh', '-lc', startLine(request)].map((word) => `    <string>${quoteXmlText(word)}</string>`),
    '  </array>',
    '  <key>RunAtLoad</key>',
    '  <true/>',
    '</dict>',
    '</plist>',
  ];
  return {
    title: 'Create a job of launchd',
    path: `~/Library/LaunchAgents/${labelOf(wiring)}.plist`,
    language: 'xml',
    content: `${lines.join('\n')}\n`,
    isCommand: false,
  };
}

function entry(name: string, value: string, indent: string): string[] {
  return [`${indent}<key>${quoteXmlText(name)}</key>`, `${indent}<string>${quoteXmlText(value)}</string>`];
}

/** What the login shell is given. Where the token cannot be had, nothing is started; the application takes the place of the shell, so that launchd ends it and not its parent. */
function startLine({ agent, framework, wiring }: FormRequest): string {
  const inZsh: Wiring = { ...wiring, shell: 'bash' };
  const start = agent.startLine('env', framework, inZsh);
  const started = /^[A-Z_]+=/.test(start) ? `exec env ${start}` : `exec ${start}`;
  if (!hasToken(wiring)) return started;
  const name = tokenVariable(agent);
  const before = beforeToken(agent);
  return `${name}="${before}$(${tokenCommand(inZsh)})" && export ${name} && ${started}`;
}

/** The lines that load the job, in place of one that is loaded already. */
function loadLines(wiring: Wiring): string {
  const file = `~/Library/LaunchAgents/${labelOf(wiring)}.plist`;
  const target = domainOf(wiring);
  return [
    `plutil -lint ${file}`,
    `launchctl bootout ${target}/${labelOf(wiring)} 2>/dev/null`,
    `launchctl bootstrap ${target} ${file}`,
  ].join('\n');
}

function domainOf({ shell }: Wiring): string {
  return shell === 'fish' ? 'gui/(id -u)' : 'gui/$(id -u)';
}

/** The line that starts the job anew, by which it asks for the token again. */
export function restartJobLine(wiring: Wiring): string {
  return `launchctl kickstart -k ${domainOf(wiring)}/${labelOf(wiring)}`;
}

/** One variable as it stands among the job's. */
export function jobVariable(name: string, value: string): string {
  return entry(name, value, '').join('\n');
}
