/**
 * Keeps Node's notices about features that are still called experimental (type stripping and SQLite before Node 24) off a person's terminal. Every
 * other warning is printed as Node would.
 */
export function quietWarnings(): void {
  const printers = process.listeners('warning');
  process.removeAllListeners('warning');
  process.on('warning', (warning) => {
    if (warning.name === 'ExperimentalWarning') return;
    for (const print of printers) print(warning);
  });
}
