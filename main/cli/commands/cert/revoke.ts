import { confirmed } from '../../ask.ts';
import type { CommandContext, CommandMeta } from '../../command.ts';

const REASONS = ['unspecified', 'key-compromise', 'superseded', 'no-longer-used'] as const;

export const meta: CommandMeta = {
  summary: 'Revoke a certificate for good; the endpoint refuses a client that shows it',
  words: ['ID'],
  options: {
    reason: { kind: 'value', value: 'REASON', help: 'Why, as the revocation list says it', oneOf: REASONS },
  },
  examples: [['sealwire cert export crl --out ca.crl.pem', 'the list for other servers, after that']],
};

/** Asks first, because it cannot be taken back. */
export async function run(context: CommandContext): Promise<undefined> {
  const { given, output } = context;
  const [id = ''] = given.words;
  const client = await context.connect();
  const { shownNames } = await client.call('certificate.show', { id });
  const names = shownNames.join(', ');
  if (given.flag('dry-run') === true) {
    output.answer({ id, names: shownNames }, () => [`Would revoke the certificate for ${names}.`]);
    return;
  }
  if (!(await confirmed(context, `Revoke the certificate for ${names}?`))) {
    output.note('Nothing was revoked.');
    return;
  }
  const reason = REASONS.find((each) => each === given.value('reason'));
  const revoked = await client.call('certificate.revoke', { id, ...(reason === undefined ? {} : { reason }) });
  output.answer(revoked, () => [
    `Revoked the certificate for ${names}.`,
    output.typed('Other servers learn of it from the list: sealwire cert export crl --out DIR'),
  ]);
}
