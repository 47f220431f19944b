import type { Wiring } from './definition.ts';
import { CONTAINER_CA_FILE } from './forms/container.ts';
import { SERVICE_CA_FILE } from './forms/systemd.ts';

export type ReaderSystem = 'linux' | 'macos' | 'windows';

/**
 * The system on which the application reads its settings: Linux in a container and under systemd; elsewhere this machine's, as its shell and the path of the CA file
 * tell. A CA file that is still a stand-in leaves PowerShell to Windows and every other shell to Linux.
 */
export function readerSystem({ caFile, shell }: Pick<Wiring, 'caFile' | 'shell'>): ReaderSystem {
  if (caFile === CONTAINER_CA_FILE || caFile === SERVICE_CA_FILE) return 'linux';
  if (shell === 'cmd' || /^([A-Za-z]:)?\\/.test(caFile) || /^[A-Za-z]:\//.test(caFile)) return 'windows';
  if (caFile.startsWith('/Users/')) return 'macos';
  return shell === 'pwsh' && caFile.startsWith('/path/to/') ? 'windows' : 'linux';
}
