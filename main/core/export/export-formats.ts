import { fail } from '../../contract/index.ts';
import type { ExportFormat } from './export-format.ts';
import { android } from './formats/android.ts';
import { chain } from './formats/chain.ts';
import { der } from './formats/der.ts';
import { javaTruststore, jks } from './formats/java-truststore.ts';
import { mobileconfig } from './formats/mobileconfig.ts';
import { pem } from './formats/pem.ts';
import { javaKeystore, p12, p12Legacy } from './formats/pkcs12.ts';
import { windowsCrt } from './formats/windows-crt.ts';

/** Every format, in the order in which they are offered. */
export const EXPORT_FORMATS: readonly ExportFormat[] = [
  pem,
  chain,
  p12,
  p12Legacy,
  jks,
  javaTruststore,
  javaKeystore,
  der,
  windowsCrt,
  mobileconfig,
  android,
];

/** The format of that id; `NOT_FOUND` with all of them for another one. */
export function exportFormat(id: string): ExportFormat {
  const format = EXPORT_FORMATS.find((each) => each.id === id);
  if (format !== undefined) return format;
  const fix = `Choose one of ${EXPORT_FORMATS.map((each) => each.id).join(', ')}.`;
  throw fail('NOT_FOUND', { what: 'export format', id, fix });
}
