/** Longest stem of a file name; every file system takes 255 bytes with the rest. */
const LONGEST_STEM = 100;

/** Names that Windows keeps for devices, whatever extension follows. */
const DEVICE_NAME = /^(con|prn|aux|nul|com\d|lpt\d)($|\.)/i;

/**
 * A name as the start of a file name that every system takes and no shell reads as an option or a pattern: `*.apm.test` becomes `wildcard.apm.test`, `::1` becomes `1`. What is left of
 * nothing is `certificate`.
 */
export function fileStem(name: string): string {
  const plain = name
    .replace(/^\*\./, 'wildcard.')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .slice(0, LONGEST_STEM)
    .replace(/^[-.]+|[-.]+$/g, '');
  if (plain === '') return 'certificate';
  return DEVICE_NAME.test(plain) ? `certificate-${plain}` : plain;
}

/** `ca`, and `ca-2` and so on for the ones after the first. */
export function numbered(stem: string, index: number): string {
  return index === 0 ? stem : `${stem}-${index + 1}`;
}
