/** Something that Sealwire needs is missing and could not be fetched or made; `fix` is the next step. Exit code 3. */
export class SetupFailure extends Error {
  constructor(message, fix, options) {
    super(message, options);
    this.name = 'SetupFailure';
    this.fix = fix;
  }
}

/** Runs a launcher's work; prints sentence and fix of a `SetupFailure` instead of a stack, and leaves its exit code behind. */
export async function orExplain(work) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof SetupFailure)) throw error;
    process.stderr.write(`${error.message}\n${error.fix}\n`);
    process.exitCode = 3;
  }
}

/** A write into the clone that failed, in words; any other error is handed back as it is. */
export function explainWrite(error, folder) {
  if (['EROFS', 'EACCES', 'EPERM'].includes(error.code)) {
    return new SetupFailure(
      `Sealwire cannot write into its own folder ${folder} (${error.code}).`,
      'Copy the folder to a place that you may write to, and start it there.',
      { cause: error },
    );
  }
  if (error.code === 'ENOSPC') {
    return new SetupFailure(`The disk that holds ${folder} is full.`, 'Make some room (about 1 GB) and start again.', {
      cause: error,
    });
  }
  return error;
}
