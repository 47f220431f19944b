const TERMINAL_MS = 1000;
const FILE_MS = 15_000;

/** Silence of this length is said. */
const SILENT_MS = 5000;

/**
 * Says on `stream` how far a download is: in one line that changes on a terminal, in a line now and then elsewhere. `received(bytes, total)` is told of each
 * chunk; `end()` closes the line.
 */
export function downloadProgress(what, { stream = process.stderr, clock = Date.now, everyMs } = {}) {
  const isTerminal = stream.isTTY === true;
  let progress = null;
  let lastAt = clock();
  const show = () => stream.write(isTerminal ? `\r${line()}\x1b[K` : `${line()}\n`);
  const tick = setInterval(show, everyMs ?? (isTerminal ? TERMINAL_MS : FILE_MS));
  show();

  return {
    received: (bytes, total) => {
      progress = { bytes, total };
      lastAt = clock();
    },
    end: () => {
      clearInterval(tick);
      if (!isTerminal) return;
      show();
      stream.write('\n');
    },
  };

  function line() {
    const silentMs = clock() - lastAt;
    const silence =
      silentMs < SILENT_MS || isWhole() ? '' : `, nothing for ${Math.round(silentMs / 1000)} s (Ctrl+C ends it)`;
    return `${what} …${amount()}${silence}`;
  }

  function isWhole() {
    return progress !== null && progress.bytes === progress.total;
  }

  function amount() {
    if (progress === null) return '';
    const megabytes = (bytes) => Math.round(bytes / 1e6);
    if (progress.total === null) return ` ${megabytes(progress.bytes)} MB`;
    const percent = Math.floor((100 * progress.bytes) / progress.total);
    return ` ${megabytes(progress.bytes)} of ${megabytes(progress.total)} MB (${percent} %)`;
  }
}
