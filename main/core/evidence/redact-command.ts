import { shortText } from './short-text.ts';

const REDACTED = '[redacted]';
const SECRET_NAME = /(?:secret|token|passw|passphrase|pwd|api[-_]?key|access[-_]?key|private[-_]?key|credential|auth)/i;
const LONGEST = 240;

/**
 * A foreign process's command line, fit to be kept: the value of every argument whose name sounds like a secret, every authorization header,
 * every password in a URL and every word that looks like a token becomes `[redacted]`. Rather too much than too little.
 */
export function redactCommand(words: readonly string[]): string {
  const shown = words.map((word, index) => {
    const before = words[index - 1] ?? '';
    return isSecretFlag(before) && !word.startsWith('-') ? REDACTED : redactWord(word);
  });
  return shortText(shown.join(' '), LONGEST);
}

/** `--token` and `-H`: the next word is the value. `--token=…` carries its own. */
function isSecretFlag(word: string): boolean {
  return /^-{1,2}[^=\s]+$/.test(word) && (SECRET_NAME.test(word) || /^(?:-H|--header|-u|--user|-p)$/.test(word));
}

function redactWord(word: string): string {
  if (/\b(?:bearer|basic|apikey)\b/i.test(word)) return REDACTED;
  const assignment = /^([^=\s]{1,80})=(.+)$/s.exec(word);
  if (assignment !== null && SECRET_NAME.test(assignment[1] ?? '')) return `${assignment[1]}=${REDACTED}`;
  // Code given to `-c` or `-e` may hold a secret anywhere.
  if (/\s/.test(word) && SECRET_NAME.test(word)) return REDACTED;
  return word
    .replace(/(\/\/)[^/@\s]+@/g, `$1${REDACTED}@`)
    .replace(/[A-Za-z0-9_+=-]{20,}/g, (run) => (looksRandom(run) ? REDACTED : run));
}

/** Long, and letters and digits mixed as no name of a thing has them. */
function looksRandom(run: string): boolean {
  const changes = run.match(/[a-z][A-Z0-9]|[A-Z][0-9]|[0-9][A-Za-z]/g)?.length ?? 0;
  return /\d/.test(run) && /[A-Za-z]/.test(run) && changes * 5 >= run.length;
}
