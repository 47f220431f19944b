import { shortText } from '../../evidence/short-text.ts';
import { tlsWords } from '../../evidence/words.ts';
import { type Check, failed, type Outcome, passed, warned } from '../check.ts';
import type { Examination } from '../examination.ts';
import { NetworkFault } from '../network-fault.ts';
import { readServerFlight } from '../wire/server-flight.ts';

/** Sources: reference/agents.md §1.2, the column of client certificates. */
const CLIENT_CERTIFICATE =
  'Where the server insists (ssl.client_authentication: required), only agents get through that can present one: Java, Go by code, and OpenTelemetry. Else set it to none.';

/** Whether a handshake comes about at all, whatever the certificate is worth. */
export const tls: Check = {
  id: 'tls',
  title: 'TLS',
  needs: ['tcp'],
  run: async (it) => {
    if (!it.target.isTls) return unencrypted(it);
    try {
      const { version, suite, alpn, asksForCertificate } = await it.handshake();
      const evidence = `${tlsWords(version)}, ${suite.replace(/^TLS_/, '')}${alpn === null ? '' : `, ALPN ${alpn}`}`;
      return asksForCertificate
        ? warned(
            'The connection is encrypted, and the server asks for a certificate of the client.',
            evidence,
            CLIENT_CERTIFICATE,
          )
        : passed('The connection is encrypted.', evidence);
    } catch (error) {
      if (!(error instanceof NetworkFault)) throw error;
      return ofFault(error, it);
    }
  },
};

async function unencrypted({ target }: Examination): Promise<Outcome> {
  return failed(
    'The URL begins with http://, so the token and all data would be sent unencrypted.',
    target.url,
    'Switch TLS on (apm-server.ssl.enabled, ssl.certificate, ssl.key) and use https:// in the URL.',
  );
}

function ofFault(fault: NetworkFault, { target }: Examination): Outcome {
  const begin = shortText(fault.received.toString('latin1', 0, 200), 80);
  if (fault.kind === 'not-tls' && /^HTTP\//.test(begin)) {
    return failed(
      `Port ${target.port} speaks HTTP without TLS.`,
      `it answered a handshake with "${begin}"`,
      'Switch TLS on (apm-server.ssl.enabled), or, where another port has it, use that one.',
    );
  }
  if (fault.kind === 'not-tls') {
    return failed(
      `Port ${target.port} does not speak TLS.`,
      begin === '' ? fault.message : `it answered a handshake with "${begin}"`,
      'Check the port: another program listens there.',
    );
  }
  if (fault.kind === 'closed' || fault.kind === 'reset') {
    return failed(
      `Something listens on port ${target.port} and hangs up when TLS is spoken.`,
      fault.message,
      'Look at the log of the server. A load balancer does so when nothing behind it is well; a server without its certificate, too.',
    );
  }
  if (fault.kind === 'silent') {
    return failed(
      `Port ${target.port} takes the connection and says nothing.`,
      fault.message,
      'Check the port, and whether a firewall lets connections in and no data through.',
    );
  }
  const insists =
    fault.alert === 'certificate_required' || readServerFlight(fault.received, null)?.asksForCertificate === true;
  if (fault.kind === 'alert' && insists) {
    return failed('The server insists on a certificate of the client.', fault.message, CLIENT_CERTIFICATE);
  }
  if (fault.kind === 'alert') {
    return failed(
      'The server refuses every handshake.',
      fault.message,
      fault.alert === 'unrecognized_name'
        ? `It knows no server named ${target.host}: use the name that it is set up for.`
        : 'Look at the log of the server: it has no certificate for this name, or no version and suite in common with anybody.',
    );
  }
  return failed('No handshake comes about.', fault.message, 'Check the port, and look at the log of the server.');
}
