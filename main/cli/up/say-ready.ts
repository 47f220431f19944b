import type { Status } from '../../contract/shapes.ts';
import { EXPOSED } from '../../core/endpoint/exposure-notice.ts';
import type { CommandContext } from '../command.ts';
import { adviceLines } from '../show-link.ts';
import { facts } from '../table.ts';
import { type Ready, UNKNOWN_CA, type WaitingForClick } from './ready.ts';

type Place = Pick<CommandContext, 'output' | 'host'>;

const ALREADY = 'Sealwire runs already; this is it.';

/** Prints the ready line, or the few lines that a person needs. */
export function sayReady({ output, host }: Place, ready: Ready, uiPort: number | null): void {
  output.answer(ready, ({ endpoint, ca, vault, ui, alreadyRunning }) => [
    ...(alreadyRunning ? [ALREADY] : []),
    ...facts([
      ['Endpoint', output.paint.strong(endpoint)],
      ['Authority', ca ?? output.paint.attention(UNKNOWN_CA)],
      [
        'Secrets',
        vault === 'session' ? output.paint.attention('this session only: they end when Sealwire stops') : vault,
      ],
      ['Interface', ui],
    ]),
    ...linkLines({ output, host }, ui, uiPort),
  ]);
}

/** Warns a person where more than this machine can connect. */
export function sayExposed({ output }: Pick<CommandContext, 'output'>, { notices }: Pick<Status, 'notices'>): void {
  const exposed = notices.find(({ id }) => id === EXPOSED);
  if (exposed !== undefined) output.note(`${output.paint.attention(exposed.title)}. ${exposed.text}`);
}

/** Says where the click is waited for. */
export function sayWaiting({ output, host }: Place, waiting: WaitingForClick, uiPort: number | null): void {
  output.answer(waiting, ({ ui, alreadyRunning }) => [
    ...(alreadyRunning ? [ALREADY] : []),
    'Open this link and press Make it secure:',
    `  ${output.paint.strong(ui)}`,
    ...linkLines({ output, host }, ui, uiPort),
  ]);
}

function linkLines({ output, host }: Place, ui: string | null, uiPort: number | null): string[] {
  if (ui === null || uiPort === null) return [];
  const again = output.typed('The link works once and for 60 seconds; `sealwire open` makes another.');
  return [again, ...adviceLines(host, uiPort)];
}
