import type { Endpoint, Notice } from '../../contract/index.ts';
import { isLoopbackAddress } from '../host/loopback-address.ts';

/** The id of the notice. */
export const EXPOSED = 'endpoint-exposed';

/** Who else can connect, where the endpoint listens on more than loopback (`--host`, or the setting); null where nobody else can. */
export function exposureNotice({ listening, addresses, auth }: Endpoint): Notice | null {
  const beyond = addresses.filter((address) => !isLoopbackAddress(address));
  if (!listening || beyond.length === 0) return null;
  const isEverywhere = beyond.some((address) => address === '0.0.0.0' || address === '::');
  const who = isEverywhere
    ? 'every machine and container whose network reaches this one'
    : 'every machine and container that reaches that address';
  const guard =
    auth === 'token'
      ? 'Without the secret token nothing of theirs is stored.'
      : 'No token is asked for, so each of them can have events stored.';
  return {
    id: EXPOSED,
    level: 'attention',
    title: 'Not only this machine can connect',
    text: `The endpoint listens on ${beyond.join(' and ')} too: ${who} can connect. ${guard}`,
    screen: '/settings',
  };
}
