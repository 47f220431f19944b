import type { ProcedureName } from '../contract/index.ts';

/**
 * Procedures that a browser tab cannot call, and why. Everything else is the interface's to use; these it never needs, so a stolen
 * session must not have them.
 */
export const NOT_FOR_BROWSERS: Readonly<Partial<Record<ProcedureName, string>>> = {
  'agent.launch': 'it hands out the environment of a process, token included, and a page starts no processes',
  'agent.launched': 'it says whose a process is, which only the one who started it can know',
  'command.install': 'it changes what the person’s shell finds, which only the desktop window and its consent may do',
  'command.uninstall': 'it changes what the person’s shell finds, which only the desktop window may do',
  'app.open': 'it makes a new link, and a session must not outlive its tab by opening others',
};
