import { join } from 'node:path';
import { type Protocol, protocol } from 'electron';
import { SealwireError } from '../../contract/errors.ts';
import type { Disk } from '../../core/host/host.ts';
import { SECURITY_HEADERS } from '../../transport/browser-headers.ts';
import { openUiFiles, type UiFile } from '../../transport/ui-files.ts';
import { type SchemeAnswer, serveScheme } from '../electron-age.ts';
import { APP_SCHEME } from '../relay/sender.ts';
import { assetRequest } from './asset-request.ts';

/** Makes our scheme one with origins, so that the content security policy has a `'self'`. Only possible before the app is ready. */
export function announceScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/**
 * Serves the built interface on `app://sealwire/`. Like the browser's carrier it knows the files of `dist/ui` by their exact names and nothing else, so no
 * path leads out of it.
 */
export function serveInterface(to: Protocol, disk: Disk, root: string): void {
  let files: ReturnType<typeof openUiFiles> | null = null;
  serveScheme(to, APP_SCHEME, (request) => {
    const asked = assetRequest(request);
    if (asked === null) return words(400, 'The address of this request is not one of the interface.');
    try {
      files ??= openUiFiles(disk, join(root, 'dist', 'ui'));
    } catch (error) {
      if (!(error instanceof SealwireError)) throw error;
      return words(500, `${error.message} ${error.fix}`);
    }
    const file = files(asked.path, asked.isPage);
    return file === null ? words(404, 'There is no such file.') : whole(file);
  });
}

function whole({ bytes, type, cache }: UiFile): SchemeAnswer {
  return { status: 200, headers: { ...SECURITY_HEADERS, 'content-type': type, 'cache-control': cache }, bytes };
}

function words(status: number, text: string): SchemeAnswer {
  const headers = { ...SECURITY_HEADERS, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };
  return { status, headers, bytes: Buffer.from(text) };
}
