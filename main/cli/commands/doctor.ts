import { resolve } from 'node:path';
import { junitReport } from '../../core/doctor/junit-report.ts';
import { writeAtomically } from '../../core/host/atomic-write.ts';
import type { CommandContext, CommandMeta } from '../command.ts';
import { doctorLines } from '../doctor-lines.ts';
import { readGivenFile } from '../read-given-file.ts';
import { secretOfStdin } from '../secret-input.ts';
import { withVaultOpen } from '../vault-passphrase.ts';

export const meta: CommandMeta = {
  summary: 'Examine an APM Server from outside: TLS, certificate, token, and what agents will make of it',
  words: ['URL'],
  options: {
    ca: { kind: 'value', value: 'FILE', help: 'trust the authorities in this PEM file, and no others' },
    'token-stdin': { kind: 'flag', help: 'try the secret token that comes in on standard input' },
    'api-key-stdin': { kind: 'flag', help: 'try the API key (base64 of id:key) that comes in on standard input' },
    'own-token': { kind: 'flag', help: 'try the secret token of this workspace, from the vault' },
    origin: {
      kind: 'value',
      value: 'O',
      help: 'look whether pages of this origin may report, as https://shop.example',
    },
    send: { kind: 'flag', help: 'send one test event, the only thing that the server keeps' },
    junit: { kind: 'value', value: 'FILE', help: 'write the result as JUnit XML too' },
  },
  examples: [
    ['sealwire doctor https://localhost:8200 --own-token', 'examines the local endpoint with its token'],
    ['sealwire doctor https://apm.corp.example:8200 --ca corp-ca.pem', 'trusts the authority of the company alone'],
    ['sealwire doctor https://apm.corp.example:8200 --token-stdin --junit doctor.xml < token.txt', 'for a build'],
  ],
};

/** Exits 1 where a check failed; a warning is no failure. A secret goes over a connection that was verified, and over no other. */
export async function run(context: CommandContext): Promise<number> {
  const { given, host, output, connect } = context;
  const [url = ''] = given.words;
  const [caFile, junitFile, origin] = [given.value('ca'), given.value('junit'), given.value('origin')];
  const ca = caFile === undefined ? undefined : readGivenFile(host, caFile).toString('latin1');
  const token = given.flag('token-stdin') === true ? await secretOfStdin(context.ask, `Secret token of ${url}`) : null;
  const apiKey = given.flag('api-key-stdin') === true ? await secretOfStdin(context.ask, `API key for ${url}`) : null;
  const client = await connect();
  output.note('Examining…');
  const report = await withVaultOpen(context, client, () =>
    client.call('doctor.run', {
      url,
      send: given.flag('send') === true,
      ownToken: given.flag('own-token') === true,
      ...(ca === undefined ? {} : { ca }),
      ...(token === null ? {} : { token: token.reveal() }),
      ...(apiKey === null ? {} : { apiKey: apiKey.reveal() }),
      ...(origin === undefined ? {} : { origin }),
    }),
  );
  output.answer(report, (answer) => doctorLines(answer, output));
  if (junitFile !== undefined) writeAtomically(host, resolve(junitFile), junitReport(report), 0o644);
  return report.verdict === 'failed' ? 1 : 0;
}
