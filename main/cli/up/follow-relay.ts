import type { Client } from '../../contract/client.ts';
import type { RelayState } from '../../contract/relay-shapes.ts';
import type { Output } from '../output.ts';

/** Says beside a running `up` where everything is passed on to, and whenever that begins to fail or goes on again. Returns how to stop it. */
export function followRelay(client: Client, output: Output): () => void {
  let last: string | null = null;
  const look = async (): Promise<void> => {
    // A core that is stopping answers no more, and has nothing to say.
    const relay = await client.call('status', {}).then(
      (status) => status.relay,
      () => null,
    );
    if (relay === null) return;
    const said = sentenceOf(relay);
    if (said === last) return;
    last = said;
    output.warned({ event: 'relay', ...relay }, () => said);
  };
  void look();
  return client.listen((push) => {
    if (push.topic === 'changed' && push.what.includes('status')) void look();
  });
}

function sentenceOf({ url, problem }: RelayState): string {
  return problem === null ? `Everything is passed on to ${url}.` : `${problem.message} ${problem.fix}`;
}
