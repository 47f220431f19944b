const EVERY_MS = { terminal: 1000, file: 15_000 };

/**
 * Says on stderr what is being done while `work` runs, with the seconds it has taken so far: in one line that changes on a terminal, in a line now and
 * then elsewhere.
 */
export async function withProgress(what, work) {
  const isTerminal = process.stderr.isTTY === true;
  const startedAt = Date.now();
  process.stderr.write(isTerminal ? `${what} …` : `${what} …\n`);
  const tick = setInterval(
    () => {
      const seconds = Math.round((Date.now() - startedAt) / 1000);
      process.stderr.write(isTerminal ? `\r${what} … ${seconds} s` : `  still at it, ${seconds} s\n`);
    },
    isTerminal ? EVERY_MS.terminal : EVERY_MS.file,
  );
  try {
    return await work();
  } finally {
    clearInterval(tick);
    if (isTerminal) process.stderr.write('\n');
  }
}
