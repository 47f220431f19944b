import type { Certificate, Notice, ProcedureInput, Vault, VaultKind } from '../../../main/contract/index.ts';
import { namesInShort } from '../../ui/certificate-names.ts';
import { endingCertificates } from '../../ui/expiry-reminders.ts';
import { daysText } from '../../ui/format.ts';

export interface Passphrase {
  readonly first: string;
  readonly again: string;
}

interface FirstRunChoice {
  /** Names the person edited, or null for those of the plan. */
  readonly names: readonly string[] | null;
  readonly vault: VaultKind | null;
  readonly passphrase: string;
  readonly port: number | null;
}

/** What the one click sends: only what the person chose; everything else is the core's to decide. */
export function initInput({ names, vault, passphrase, port }: FirstRunChoice): ProcedureInput<'init.run'> {
  return {
    ...(names === null ? {} : { names: [...names] }),
    ...(vault === null ? {} : { vault }),
    ...(vault === 'passphrase' ? { passphrase } : {}),
    ...(port === null ? {} : { port }),
  };
}

/** Whether the person has to say where secrets live before anything can be made. */
export function needsChoice({ state }: Vault): boolean {
  return state === 'unchosen' || state === 'unavailable';
}

/** The choice to begin with: what the core recommends, else the first that works here. */
export function recommendedVault({ choices }: Vault): VaultKind | null {
  const usable = choices.filter(({ available }) => available);
  return (usable.find(({ recommended }) => recommended) ?? usable[0])?.use ?? null;
}

/** Why two entries of a new passphrase cannot be used, or null. */
export function passphraseFault({ first, again }: Passphrase): string | null {
  if (first === '') return 'Type a passphrase. It opens the file that holds your secrets.';
  if (first !== again) return 'The two entries differ. Type the same passphrase twice.';
  return null;
}

/** The server certificate that the endpoint presents, or the one with the most days left. */
export function shownCertificate(certificates: readonly Certificate[]): Certificate | undefined {
  const servers = certificates.filter(({ kind }) => kind === 'server');
  return servers.find(({ inUse }) => inUse) ?? servers.toSorted((one, other) => other.daysLeft - one.daysLeft)[0];
}

/** The address that the click will listen on: the plan's, with the port chosen instead, or without one while any free port will do. */
export function listenAddress(url: string, port: number | null): string {
  const address = port === null ? url : url.replace(/:\d+$/, `:${port}`);
  return address.replace(/:0$/, ', any free port');
}

/** One notice for the certificates that end soon and that nothing renews by itself, or none. The core tells of the one that the endpoint presents. */
export function endingNotices(certificates: readonly Certificate[]): Notice[] {
  const ending = endingCertificates(certificates);
  const [first] = ending;
  if (first === undefined) return [];
  const isOne = ending.length === 1;
  return [
    {
      id: 'certificates-end',
      level: first.state === 'expired' ? 'failed' : 'attention',
      title: isOne ? `${namesInShort(first)}: ${daysText(first.daysLeft)}` : `${ending.length} certificates end soon`,
      text: isOne
        ? 'This certificate is not the one that the endpoint presents, so nothing renews it by itself.'
        : `The first is ${namesInShort(first)}: ${daysText(first.daysLeft)}. Nothing renews them by itself.`,
      screen: '/certificates',
    },
  ];
}
