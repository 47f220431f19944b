/** Variables that steer Electron or the shell's own Node, or are the launcher's word to the shell. */
const OURS = /^(ELECTRON_.*|NODE_OPTIONS|NODE_CHANNEL_.*|CHROME_DESKTOP|SEALWIRE_NODE|SEALWIRE_WINDOW_SIGNAL)$/i;

/**
 * The environment for the core: the person's, without what makes a Node behave as a part of Electron. `NODE_OPTIONS` goes too: nobody set it for a program inside
 * a window, and `--require` of another project would run in the process that holds the keys.
 */
export function cleanEnvironment(environment: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) {
    if (value !== undefined && !OURS.test(name)) kept[name] = value;
  }
  return kept;
}
