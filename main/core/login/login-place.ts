import type { Host } from '../host/host.ts';
import { autostartPath } from './autostart-file.ts';

/** Where a platform keeps what it starts at login, as a person would look for it. */
export function loginPlace(host: Pick<Host, 'platform' | 'env' | 'homeFolder'>): string {
  if (host.platform === 'darwin') return 'System Settings, General, Login Items';
  if (host.platform === 'win32') return 'HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Run';
  return autostartPath(host);
}
