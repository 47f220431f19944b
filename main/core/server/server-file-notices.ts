import type { Notice } from '../../contract/index.ts';
import type { ServerFile } from './read-server-file.ts';

/** Says for as long as the instance runs that a settings file is in force, and where it is not followed. */
export function serverFileNotices(file: ServerFile | null): Notice[] {
  if (file === null) return [];
  const text = [file.summary, ...file.notes].join(' ');
  return [{ id: 'server-file', level: 'attention', title: 'Settings come from a file', text, screen: '/settings' }];
}
