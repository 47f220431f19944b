import type { ReactElement } from 'react';
import type { AttemptDetail } from '../../../main/contract/index.ts';
import { Link } from '../../app/link.tsx';
import { Card } from '../../ui/card.tsx';
import { Explained } from '../../ui/explained.tsx';
import { Facts } from '../../ui/facts.tsx';
import { dayOf, shortFingerprint, tlsVersion } from '../../ui/format.ts';

/** The parameters of an attempt: addresses, TLS, certificate, process, agent. */
export function AttemptFacts({ attempt }: { readonly attempt: AttemptDetail }): ReactElement {
  const { tls, certificate, process, agent, exchanges } = attempt;
  const userAgent = exchanges.find((exchange) => exchange.userAgent !== null)?.userAgent ?? null;
  return (
    <Card title="Facts">
      <Facts
        facts={{
          From: <code>{attempt.remote}</code>,
          To: <code>{attempt.local}</code>,
          'TLS version': tls === null ? 'no handshake finished' : tlsVersion(tls.version),
          Cipher: tls?.cipher ?? null,
          SNI: tls === null ? null : <Sni name={tls.sni} />,
          ALPN: tls === null ? null : (tls.alpn ?? 'none'),
          'TLS alert': attempt.alert === null ? null : <code>{attempt.alert}</code>,
          'HTTP status': attempt.status === null ? null : String(attempt.status),
          Certificate:
            certificate === null ? null : (
              <>
                <Link to="/certificates" title={certificate.fingerprint256}>
                  {shortFingerprint(certificate.fingerprint256)}
                </Link>
                {`, for ${certificate.names.join(', ')}, until ${dayOf(certificate.notAfter)}`}
              </>
            ),
          Agent: agent === null ? null : `${agent.name} ${agent.version}`,
          'User-Agent': userAgent === null ? null : <code>{userAgent}</code>,
          Process:
            process === null ? null : (
              <>
                <code>{process.command}</code> (pid {process.pid})
              </>
            ),
        }}
      />
    </Card>
  );
}

function Sni({ name }: { readonly name: string | null }): ReactElement {
  return (
    <Explained meaning="Server name indication: the host name the client asked for in its TLS hello.">
      {name ?? 'none'}
    </Explained>
  );
}
