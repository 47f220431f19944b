/** See `electron-archive.mjs`; the packaging, which is TypeScript, uses it too. */
export function fetchArchive(
  root: string,
  target: { readonly platform: string; readonly arch: string },
  options: { readonly tempDirectory: string; readonly limits?: { readonly firstByteMs?: number } },
): Promise<string>;
