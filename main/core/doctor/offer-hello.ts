import { alertWords } from '../evidence/words.ts';
import type { Examination } from './examination.ts';
import { NetworkFault } from './network-fault.ts';
import { clientHello, type TlsVersionName } from './wire/client-hello.ts';
import { type HelloReply, readHelloReply } from './wire/hello-reply.ts';

/** What came back for one offer, and how it was turned down where it was. */
export interface Offered {
  readonly reply: HelloReply | null;
  readonly said: string;
}

/** Offers one version of TLS and some suites on a connection of its own, and hangs up with the answer. Never rejects: silence is an answer. */
export async function offerHello(
  { sendRaw, target, world }: Examination,
  version: TlsVersionName,
  suites: readonly number[],
): Promise<Offered> {
  const hello = clientHello({ version, suites, serverName: target.serverName, random: world.randomBytes(96) });
  try {
    const reply = readHelloReply(await sendRaw(hello, (received) => readHelloReply(received).kind !== 'incomplete'));
    if (reply.kind === 'alert') return { reply, said: `alert "${alertWords(reply.alert)}"` };
    return { reply, said: reply.kind === 'hello' ? 'another version was chosen' : 'no answer of TLS' };
  } catch (error) {
    if (!(error instanceof NetworkFault)) throw error;
    return { reply: null, said: error.message };
  }
}
