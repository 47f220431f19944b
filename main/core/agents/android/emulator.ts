import type { Wiring } from '../definition.ts';
import { isLoopback } from '../server-origin.ts';

/** The address by which Android's emulator reaches the machine that it runs on (developer.android.com, "Set up Android Emulator networking"). */
export const EMULATOR_HOST = '10.0.2.2';

/** The values as an app in the emulator sees them: its own `localhost` is the emulator. */
export function seenFromEmulator(wiring: Wiring): Wiring {
  const url = new URL(wiring.url);
  if (isLoopback(wiring.url)) url.hostname = EMULATOR_HOST;
  return { ...wiring, url: url.origin };
}

/** The command that makes a port of the device lead to the same port of this machine. */
export function reverseLine(url: string): string {
  const port = new URL(url).port || '443';
  return `adb reverse tcp:${port} tcp:${port}`;
}

/** What must hold on this machine's side; nothing where the server is another machine. */
export function emulatorNotes({ url }: Wiring): readonly string[] {
  if (!isLoopback(url)) return [];
  return [
    `The emulator calls this machine ${EMULATOR_HOST}, and the server certificate must name it; issue one that does on the Certificates screen.`,
    `A phone on a cable reaches the endpoint as ${new URL(url).origin} after ${reverseLine(url)}; so does the emulator.`,
  ];
}
