import { addressOf } from '../../app/router.ts';

const SCREEN = '/certificates';

/** The screen with the export of a certificate open. */
export function exportAddress(id: string): string {
  return addressOf(SCREEN, { do: 'export', id });
}

/** The screen with the export of an authority open; without an id of every one that agents trust. */
export function exportAuthorityAddress(id: string | null): string {
  return addressOf(SCREEN, { do: 'export-authority', id });
}

/** The screen with something open there that needs no more than its name, or the id of what it is about. */
export function doAddress(
  what: 'issue' | 'new-authority' | 'import' | 'revoke' | 'retire',
  id: string | null = null,
): string {
  return addressOf(SCREEN, { do: what, id });
}

/** The issue sheet, ready for a client. */
export function issueClientAddress(): string {
  return addressOf(SCREEN, { do: 'issue', for: 'client' });
}
