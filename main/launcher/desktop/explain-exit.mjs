import { sandboxFix } from './sandbox.mjs';

/** The packages that hold what Chromium links against, for Debian's family and Fedora's; whatever is missing, one of them brings it. */
const LIBRARIES = {
  apt: 'libgtk-3-0 libnss3 libgbm1 libasound2t64 (before Debian 13 and Ubuntu 24.04: libasound2)',
  dnf: 'gtk3 nss mesa-libgbm alsa-lib',
};

const SANDBOX = /SUID sandbox helper|No usable sandbox|Failed to move to new namespace|credentials\.cc.*Check failed/;
const ROOT = /Running as root without --no-sandbox/;
const DISPLAY =
  /Missing X server or \$DISPLAY|cannot open display|Unable to open X display|Failed to connect to Wayland/i;
const DISPLAY_LOST = /X connection error received|Fatal Wayland (?:communication|protocol) error/;
const JAVASCRIPT_ERROR = /^(?:Uncaught )?\w*Error: /;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape that begins a terminal's colour is one.
const COLOUR = /\x1b\[[\d;]*m/g;
const OTHER_PROCESSOR = /Bad CPU type|EBADARCH|ENOEXEC|Exec format error|system error -86/;

/**
 * Why Electron ended before its window was there, from how it ended and what it said on stderr: `because` completes "No window: …", `fix` says what helps.
 * `dist` is the folder that it was started from.
 */
export function explainExit({ error = null, code = null, signal = null, stderr = '' }, dist) {
  const said = `${error?.message ?? ''}\n${stderr}`;
  const library = /error while loading shared libraries: ([^\s:]+)/.exec(said)?.[1];
  if (library !== undefined) {
    return {
      because: `Electron needs ${library}, which is not installed here`,
      fix: `To install what it needs: sudo apt install ${LIBRARIES.apt}; on Fedora: sudo dnf install ${LIBRARIES.dnf}`,
    };
  }
  if (ROOT.test(said)) return { because: 'as root, Electron cannot make its sandbox' };
  if (SANDBOX.test(said)) {
    return { because: 'this system does not let Electron make its sandbox', fix: sandboxFix(dist) };
  }
  if (DISPLAY.test(said)) return { because: 'the display refused the window' };
  if (OTHER_PROCESSOR.test(said)) return { because: 'this Electron is made for another kind of processor' };
  if (error?.code === 'ENOENT') {
    return { because: 'this system lacks the loader that Electron is made for' };
  }
  if (error?.code === 'EACCES') return { because: 'this system does not let Electron be started from its folder' };
  if (error !== null) return { because: `Electron could not be started (${error.message})` };
  const how = signal === null ? `ended with code ${code}` : `was ended by ${signal}`;
  const last = lastLine(stderr);
  return { because: last === null ? `Electron ${how} before its window showed` : `Electron ${how} and said: ${last}` };
}

/**
 * What the window went away with, from what a program that had one said on stderr, or null. Chromium says so of X and Wayland, and ends with any code, 0 as
 * well (seen with Chromium 156, whose X server was ended).
 */
export function explainLostDisplay(stderr) {
  return DISPLAY_LOST.test(stderr) ? 'The display went away, and the window with it' : null;
}

/**
 * The line of an error where there is one, because a stack comes below it, else the last line with anything in it; without colours, without Chromium's prefix of
 * process, time and place, and without a full stop.
 */
export function lastLine(text) {
  const lines = text.split('\n').map((line) => line.replaceAll(COLOUR, '').trim());
  const told = lines.findLast((line) => JAVASCRIPT_ERROR.test(line)) ?? lines.findLast(Boolean);
  return told === undefined ? null : told.replace(/^\[[\d:/.]+:[A-Z]+:[^\]]*\]\s*/, '').replace(/\.$/, '');
}
