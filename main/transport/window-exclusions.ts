import type { ProcedureName } from '../contract/index.ts';

/**
 * Procedures that no page can call, that of the desktop window included, and why. The interface never needs them, so a page that was taken over must not have
 * them.
 */
export const NOT_FOR_WINDOWS: Readonly<Partial<Record<ProcedureName, string>>> = {
  'agent.launch': 'it hands out the environment of a process, token included, and a page starts no processes',
  'agent.launched': 'it says whose a process is, which only the one who started it can know',
  'agent.logged': 'it says what a process logged, which only the one who started it can know',
  'event.export': 'it hands out everything that is stored, and no page shows it so',
  'app.open': 'it makes a new link, and a session must not outlive its tab by opening others',
  'server.import':
    'it makes the endpoint go by files of this machine, which only the one who types their paths may say',
  'server.forget': 'it undoes an import, which only the one who made it may do',
  'server.merge': 'it changes a file of this machine by its path, which only the one who types it may say',
};
