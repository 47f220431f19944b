import type { ReactElement } from 'react';
import type { Attribution, Service, Token } from '../../../main/contract/index.ts';
import { Link } from '../../app/link.tsx';
import { Card } from '../../ui/card.tsx';
import { Explained } from '../../ui/explained.tsx';
import { Facts } from '../../ui/facts.tsx';
import { dayOf, momentOf, timeAgo, tlsVersion } from '../../ui/format.ts';
import { useNow } from '../../ui/use-now.ts';

const ATTRIBUTION: Readonly<Record<Attribution, string>> = {
  metadata: 'the metadata it sent',
  'user-agent': 'its User-Agent',
  run: 'its process, which Sealwire started',
  environment: 'the environment of its process (deduced)',
  wiring: 'being connected at that moment (deduced)',
  none: 'nothing it told',
};

interface ServiceFactsProps {
  readonly service: Service;
  readonly tokens: readonly Token[];
}

/** What is known of a service: how it was told apart, its TLS parameters, its token, its process. */
export function ServiceFacts({ service, tokens }: ServiceFactsProps): ReactElement {
  const now = useNow();
  const { tls, process, attribution, tokenId, lastAttemptId } = service;
  const token = tokens.find(({ id }) => id === tokenId);
  return (
    <Card title="Facts">
      <Facts
        facts={{
          'Known by': ATTRIBUTION[attribution],
          TLS: tls === null ? null : `${tlsVersion(tls.version)}, ${tls.cipher}`,
          'Asked for':
            tls === null ? null : (
              <Explained meaning="Server name indication (SNI): the host name the client asked for in its TLS hello.">
                {tls.sni ?? 'no name (no SNI)'}
              </Explained>
            ),
          Protocol:
            tls?.alpn == null ? null : (
              <Explained meaning="Application-layer protocol negotiation (ALPN): what both sides agreed to speak inside TLS.">
                {tls.alpn}
              </Explained>
            ),
          Token: tokenWords(tokenId, token),
          Process:
            process === null ? null : (
              <>
                <code>{process.command}</code> (pid {process.pid})
              </>
            ),
          Verifies: verifiesWords(service.verifies),
          'Central configuration': configurationWords(service.configuration),
          'First seen': momentOf(service.firstSeenAt),
          'Last seen': timeAgo(service.lastSeenAt, now),
          'Last attempt':
            lastAttemptId === null ? null : (
              <Link to={`/attempt/${encodeURIComponent(lastAttemptId)}`}>See what happened</Link>
            ),
        }}
      />
    </Card>
  );
}

function configurationWords(configuration: Service['configuration']): string | null {
  if (configuration === null) return null;
  const { sentAt, echoedAt } = configuration;
  return echoedAt === null ? `sent at ${momentOf(sentAt ?? '')}` : `its tag came back at ${momentOf(echoedAt)}`;
}

function verifiesWords(verifies: Service['verifies']): string | null {
  if (verifies === null) return null;
  const said = verifies.result === 'verified' ? 'yes' : 'no: verification is switched off';
  return `${said}, by the canary of ${momentOf(verifies.at)}`;
}

function tokenWords(tokenId: string | null, token: Token | undefined): string | null {
  if (tokenId === null) return null;
  if (token === undefined) return 'one that has been retired since';
  return token.state === 'active'
    ? `the active one, of ${dayOf(token.createdAt)}`
    : `a retiring one, of ${dayOf(token.createdAt)}`;
}
