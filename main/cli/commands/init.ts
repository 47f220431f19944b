import type { CommandContext, CommandMeta } from '../command.ts';
import { initialise, knownIds, madeLines, vaultMissing } from '../initialise.ts';

export const meta: CommandMeta = {
  summary: 'Make the authority, the certificate and the token, without starting anything',
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
      help: 'Further domains that the authority may sign for, separated by commas',
    },
    'two-tier': {
      kind: 'flag',
      help: 'Sign with an intermediate and destroy the key of the root, for a root that goes into a store of Java',
    },
  },
  examples: [
    ['sealwire init --domains corp.example', 'an authority for corp.example too'],
    ['SEALWIRE_PASSPHRASE_FILE=/run/secrets/phrase sealwire init', 'without a keychain'],
  ],
};

/** Needs a vault that lasts: exits 3 and names the choices where there is none, because nothing would be left of what it made. */
export async function run(context: CommandContext): Promise<undefined> {
  const { given, output } = context;
  const client = await context.connect();
  const plan = await client.call('init.plan', {});
  if (given.flag('dry-run') === true) {
    output.answer(plan, ({ authority, names, vault, initialised }) => [
      initialised
        ? 'Everything is there already. Nothing would be made.'
        : `Would make the authority "${authority.commonName}".`,
      ...(initialised
        ? []
        : [
            `Would make a certificate for ${names.map(({ name }) => name).join(', ')}.`,
            `Would keep the secrets in: ${vault.label}.`,
          ]),
    ]);
    return;
  }
  if (plan.vault.state === 'ready' && !plan.vault.persistent) throw vaultMissing(plan.vault);
  const known = await knownIds(client);
  const made = await initialise(context, client, {
    constraints: given.flag('constraints') !== false,
    domains: given.values('domains').flatMap((list) => list.split(',').filter(Boolean)),
    twoTier: given.flag('two-tier') === true,
    listen: false,
  });
  output.answer(made, (shown) => [...madeLines(shown, known), output.typed('Start the endpoint with: sealwire up')]);
}
