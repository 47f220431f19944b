import { fail } from '../../contract/errors.ts';
import type { Rehearsal } from '../../contract/rehearsal-shapes.ts';
import { confirmed } from '../ask.ts';
import type { CommandContext, CommandMeta } from '../command.ts';
import { wholeSeconds } from '../given.ts';
import type { Paint } from '../paint.ts';
import { readGivenFile } from '../read-given-file.ts';
import { plain, table } from '../table.ts';
import { catchSignals } from '../up/catch-signals.ts';

const CHANGES = ['token', 'certificate'] as const;

export const meta: CommandMeta = {
  summary: 'Play a change of token or certificate with your own agents, and see who would be lost',
  words: ['token|certificate'],
  options: {
    within: { kind: 'value', value: 'SPAN', help: 'For how long (1s to 10m, else 60s); Ctrl+C ends it before' },
    cert: {
      kind: 'value',
      value: 'FILE',
      help: 'Present this certificate (PEM, with its chain) in place of a renewal',
    },
    key: { kind: 'value', value: 'FILE', help: 'Its private key' },
  },
  examples: [
    [
      'sealwire rehearse token --yes',
      'refuses the retiring tokens for a minute: who would be lost if they were retired',
    ],
    ['sealwire rehearse certificate --cert new.pem --key new.key', 'presents what the server is to get'],
  ],
};

/** Everything is as before afterwards. Exits 1 where somebody would have been lost, 3 where nothing came at all. */
export async function run(context: CommandContext): Promise<number | undefined> {
  const { given, output, host } = context;
  const change = CHANGES.find((each) => each === given.words[0]);
  if (change === undefined) {
    throw fail('USAGE', {
      what: `"${given.words[0]}" is no change that can be played.`,
      fix: 'Name one: token, or certificate.',
    });
  }
  const [cert, key] = [given.value('cert'), given.value('key')];
  if ((cert === undefined) !== (key === undefined) || (cert !== undefined && change === 'token')) {
    throw fail('USAGE', {
      what: '--cert and --key belong together, and to a certificate.',
      fix: 'Give both, with `sealwire rehearse certificate`.',
    });
  }
  const certificate =
    cert === undefined || key === undefined
      ? undefined
      : { chain: readGivenFile(host, cert).toString('utf8'), key: readGivenFile(host, key).toString('utf8') };
  const seconds = wholeSeconds(given, 'within', [1, 600]) ?? 60;
  const client = await context.connectRunning();
  output.note(
    change === 'token'
      ? `For ${seconds} seconds the retiring tokens are refused, as if they were retired. What an agent sends with one meanwhile is lost.`
      : `For ${seconds} seconds new connections get the other certificate, and open ones end after their next answer. What an agent that refuses it sends meanwhile is lost.`,
  );
  if (given.flag('dry-run') === true || !(await confirmed(context, 'Play it?'))) {
    output.note('Nothing was done.');
    return given.flag('dry-run') === true ? undefined : 1;
  }
  const signals = catchSignals();
  try {
    void signals.asked.then(() => client.call('rehearsal.end', {}));
    const played = await client.call('rehearsal.run', { change, seconds, certificate, agreed: true });
    output.answer(played, (shown) => linesOf(shown, output.paint));
    if (played.services.some(({ result }) => result === 'lost')) return 1;
    return played.services.some(({ result }) => result === 'stays') ? undefined : 3;
  } finally {
    signals.close();
  }
}

const WORDS = { lost: 'lost', unseen: 'not seen', stays: 'stays' } as const;

function linesOf({ services }: Rehearsal, paint: Paint): string[] {
  if (services.length === 0) return ['No service is known yet, and none came meanwhile.'];
  const rows = services.map(({ service, environment, result, why }) => [
    [service ?? 'unidentified', environment].filter((part) => part !== null).join('/'),
    result === 'lost' ? paint.bad(WORDS.lost) : result === 'stays' ? paint.good(WORDS.stays) : paint.dim(WORDS.unseen),
    why,
  ]);
  const fixes = [...new Set(services.flatMap(({ result, fix }) => (result === 'lost' && fix !== null ? [fix] : [])))];
  return [...table(['SERVICE', 'WOULD BE', 'WHY'], rows), ...fixes.map((fix) => plain(fix))];
}
