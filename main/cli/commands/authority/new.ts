import { confirmed } from '../../ask.ts';
import { authorityLines } from '../../authority-lines.ts';
import type { CommandContext, CommandMeta } from '../../command.ts';
import { wholeNumber } from '../../given.ts';

const KINDS = ['ec-p256', 'ec-p384', 'rsa-3072'] as const;

export const meta: CommandMeta = {
  summary: 'Make a further authority, which signs from now on; agents are given both until the older one is retired',
  options: {
    constraints: {
      kind: 'flag',
      negatable: true,
      help: 'Let the authority sign for your own names only (the default)',
    },
    domains: {
      kind: 'value',
      value: 'D',
      many: true,
      help: 'Further domains that it may sign for, separated by commas; they cannot be added later',
    },
    'two-tier': {
      kind: 'flag',
      help: 'Sign with an intermediate and destroy the key of the root, for a root that goes into a store of Java',
    },
    key: { kind: 'value', value: 'KIND', help: 'Kind of its key; ec-p256 unless said otherwise', oneOf: KINDS },
    days: { kind: 'value', value: 'N', help: 'Days that it lasts; 824 unless said otherwise, Apple takes no more' },
  },
  examples: [['sealwire authority new --domains corp.example', 'one for corp.example too']],
};

const WARNING =
  'Without constraints, whoever gets hold of its key can pose as any site to every program that trusts it.';

/** Asks before one without constraints is made. */
export async function run(context: CommandContext): Promise<undefined> {
  const { given, output } = context;
  const constraints = given.flag('constraints') !== false;
  const domains = given.values('domains').flatMap((list) => list.split(',').filter(Boolean));
  const key = KINDS.find((kind) => kind === given.value('key'));
  const days = wholeNumber(given, 'days', [1, 3650], 824);
  const client = await context.connect();
  if (!constraints) output.note(WARNING);
  if (given.flag('dry-run') === true) {
    const plan = await client.call('certificate.check', { names: domains, planned: { constraints, domains } });
    output.answer(plan, () => [
      `Would make ${constraints ? 'a constrained authority' : 'an authority without constraints'}${domains.length === 0 ? '' : ` for ${domains.join(', ')} too`}.`,
    ]);
    return;
  }
  if (!constraints && !(await confirmed(context, 'Make it all the same?'))) {
    output.note('Nothing was made.');
    return;
  }
  const made = await client.call('authority.new', {
    constraints,
    domains,
    twoTier: given.flag('two-tier') === true,
    ...(key === undefined ? {} : { key }),
    ...(days === undefined ? {} : { days }),
  });
  output.answer(made, (answer) => authorityLines('Made', answer, output));
}
