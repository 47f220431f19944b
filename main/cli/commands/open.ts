import { readInstance } from '../../transport/instance-file.ts';
import type { CommandContext, CommandMeta } from '../command.ts';
import { adviceLines, interfaceMissing, showLink } from '../show-link.ts';

export const meta: CommandMeta = {
  summary: 'Open the interface of the running Sealwire in the browser',
  options: { open: { kind: 'flag', negatable: true, help: 'Start a browser (the default), or only print the link' } },
};

/** The link works once and for 60 seconds; the browser that is started gets one of its own. */
export async function run(context: CommandContext): Promise<undefined> {
  const { given, output, host, folders } = context;
  const client = await context.connectRunning();
  const port = readInstance(folders, host)?.ui ?? null;
  if (given.flag('dry-run') === true) {
    output.answer({ ui: null, dryRun: true }, () => ['Would make a link to the interface and open it in the browser.']);
    return;
  }
  const newLink = async (): Promise<string | null> => (await client.call('app.open', {})).ui;
  const ui = await newLink();
  if (ui === null || port === null) throw interfaceMissing();
  output.answer({ ui }, () => [ui]);
  for (const line of adviceLines(host, port)) output.note(line);
  if (given.flag('open') !== false) await showLink(context, port, newLink);
}
