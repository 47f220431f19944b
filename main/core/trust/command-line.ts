import { quoteBash } from '../agents/quote/bash.ts';
import { quotePwsh } from '../agents/quote/pwsh.ts';
import type { Host } from '../host/host.ts';
import type { Command } from './trust-store.ts';

/** Command lines as a person types them in the shell of their system, with the rights that are needed. */
export function commandLines(host: Pick<Host, 'platform'>, commands: readonly Command[], needsSudo: boolean): string[] {
  if (host.platform === 'win32')
    return commands.map(({ file, args }) => [`& ${quotePwsh(file)}`, ...args.map(quotePwsh)].join(' '));
  return commands.map(({ file, args }) =>
    [...(needsSudo ? ['sudo'] : []), ...[file, ...args].map(quoteBash)].join(' '),
  );
}
