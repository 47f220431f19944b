import type { Notice } from '../../contract/index.ts';
import type { ServerFile } from './read-server-file.ts';

/** Says for as long as the instance runs that a settings file is in force, and where it is not followed; and, until it is mended, what is wrong with its certificate files. */
export function serverFileNotices(file: ServerFile | null): Notice[] {
  if (file === null) return [];
  const text = [file.summary, ...file.notes].join(' ');
  const notices: Notice[] = [
    { id: 'server-file', level: 'attention', title: 'Settings come from a file', text, screen: '/settings' },
  ];
  const problem = file.tlsFiles?.problem() ?? null;
  if (problem !== null)
    notices.push({
      id: 'server-file-certificate',
      level: 'attention',
      title: 'A changed certificate is not in force',
      text: `${problem} Until then the certificate from before is served.`,
      screen: '/settings',
    });
  return notices;
}
