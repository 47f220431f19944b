import { addressOf } from '../../app/router.ts';
import type { ExportSubject } from './export-model.ts';

const SCREEN = '/certificates';

/** The screen with the export of a certificate open. */
export function exportAddress(id: string): string {
  return addressOf(SCREEN, { do: 'export', id });
}

/** The screen with the export of an authority open; without an id of every one that agents trust. */
export function exportAuthorityAddress(id: string | null): string {
  return addressOf(SCREEN, { do: 'export-authority', id });
}

/** The screen with the export of several open; what is ticked at first is a certificate, or the authority. */
export function exportManyAddress(first: ExportSubject | null): string {
  const id = first?.what === 'certificate' ? first.certificate.id : null;
  return addressOf(SCREEN, { do: 'export-many', id });
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
