import type { CommandContext } from '../command.ts';
import { adviceLines } from '../show-link.ts';
import { facts } from '../table.ts';
import type { Ready, WaitingForClick } from './ready.ts';

type Place = Pick<CommandContext, 'output' | 'host'>;

/** Prints the ready line, or the few lines that a person needs. */
export function sayReady({ output, host }: Place, ready: Ready, uiPort: number | null): void {
  output.answer(ready, ({ endpoint, ca, vault, ui, alreadyRunning }) => [
    ...(alreadyRunning ? ['Sealwire runs already; this is it.'] : []),
    ...facts([
      ['Endpoint', output.paint.strong(endpoint)],
      ['Authority', ca],
      [
        'Secrets',
        vault === 'session' ? output.paint.attention('this session only: they end when Sealwire stops') : vault,
      ],
      ['Interface', ui],
    ]),
    ...linkLines(host, ui, uiPort),
  ]);
}

/** Says where the click is waited for. */
export function sayWaiting({ output, host }: Place, waiting: WaitingForClick, uiPort: number | null): void {
  output.answer(waiting, ({ ui }) => [
    'Open this link and press Make it secure:',
    `  ${output.paint.strong(ui)}`,
    ...linkLines(host, ui, uiPort),
  ]);
}

function linkLines(host: CommandContext['host'], ui: string | null, uiPort: number | null): string[] {
  if (ui === null || uiPort === null) return [];
  return ['The link works once and for 60 seconds; `sealwire open` makes another.', ...adviceLines(host, uiPort)];
}
