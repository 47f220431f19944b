import { fail } from '../contract/errors.ts';
import { browserAdvice } from '../transport/browser-advice.ts';
import { openInBrowser } from '../transport/open-in-browser.ts';
import type { CommandContext } from './command.ts';

/** Starts a browser with a link of its own where there is a display. That none starts is no failure: the link has been printed. */
export async function showLink(
  { output, host, folders }: Pick<CommandContext, 'output' | 'host' | 'folders'>,
  port: number,
  newLink: () => Promise<string | null>,
): Promise<void> {
  if (browserAdvice(host, port).how !== 'open') return;
  const link = await newLink();
  if (link === null) return;
  const { problem } = await openInBrowser(host, folders, link);
  if (problem !== null) output.note(`No browser could be started (${problem}). Open the link above yourself.`);
}

/** What a person who sits elsewhere, or has no display, has to do with a link; empty where a browser can be opened. */
export function adviceLines(host: CommandContext['host'], port: number): string[] {
  const advice = browserAdvice(host, port);
  if (advice.how === 'open') return [];
  if (advice.how === 'print') return [`${advice.why} Open the link in a browser on this machine.`];
  return [`${advice.why} On the machine you sit at, run this and then open the link there:`, `  ${advice.command}`];
}

/** The instance runs without an interface. */
export function interfaceMissing(): Error {
  return fail('USAGE', {
    what: 'The Sealwire that runs serves no interface.',
    fix: 'Start it again with one: sealwire stop, then sealwire up --ui',
  });
}
