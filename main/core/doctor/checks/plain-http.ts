import { shortText } from '../../evidence/short-text.ts';
import { type Check, failed, passed, skipped, warned } from '../check.ts';
import { NetworkFault } from '../network-fault.ts';

/** What the port says to a request without TLS: an agent with http:// in its URL would send its token readable to everybody. */
export const plainHttp: Check = {
  id: 'plain-http',
  title: 'Plain HTTP on the port',
  needs: ['tls'],
  run: async (it) => {
    const { target } = it;
    if (!target.isTls) return skipped('The URL begins with http://.');
    const request = Buffer.from(
      `GET / HTTP/1.1\r\nHost: ${target.authority}\r\nUser-Agent: sealwire-doctor\r\nConnection: close\r\n\r\n`,
    );
    try {
      const received = await it.sendRaw(request, (bytes) => bytes.includes('\n'));
      const text = received.toString('latin1');
      const line = shortText(text.split('\n', 1)[0] ?? '', 100);
      const status = Number(/^HTTP\/\d\.\d (\d{3})/.exec(line)?.[1] ?? Number.NaN);
      if (Number.isNaN(status)) return passed('A request without TLS is turned down.', 'no HTTP came back');
      if (status >= 400) return passed('A request without TLS is turned down.', line);
      if (status >= 300) {
        return warned(
          'A request without TLS is led on to another address, after its token came in readable.',
          line,
          'Turn such requests down; an agent that follows nothing then says so at once.',
        );
      }
      return failed(
        'The port also serves HTTP without TLS, so a token may travel readable to everybody on the way.',
        line,
        'Let the port speak TLS alone.',
      );
    } catch (error) {
      if (!(error instanceof NetworkFault)) throw error;
      return passed('A request without TLS is turned down.', error.message);
    }
  },
};
