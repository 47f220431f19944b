import { fail } from '../../../contract/index.ts';
import type { AgentDefinition } from '../definition.ts';

/** Says that no command of this machine is an application of a device; throws `USAGE`. */
export function refuseLaunch({ id, title }: Pick<AgentDefinition, 'id' | 'title'>): never {
  throw fail('USAGE', {
    what: `An app of ${title} runs on a device, so no command of this machine starts it wired.`,
    fix: `Put the lines of \`sealwire agent show ${id}\` into the app.`,
  });
}
