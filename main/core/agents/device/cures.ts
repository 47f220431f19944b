import type { Fix } from '../../../contract/index.ts';
import type { CureCode, Wiring } from '../definition.ts';

/** What the cures of an app have to know of its kind. */
export interface DeviceDialect {
  readonly title: string;
  /** The line of the code that holds the server. */
  serverLine(wiring: Wiring): string;
  /** How the token gets into the app when it is started, and what it is started with. */
  token(wiring: Wiring): Fix;
  /** What makes the device, or a debug build on it, trust the authority. */
  trust(wiring: Wiring): readonly Fix[];
  /** What helps where the certificate does not name the server as the device calls it; `wiring` has a URL that it does cover. */
  names(wiring: Wiring): readonly Fix[];
}

/** What every change of an app's code needs. */
export const AGAIN = 'then build the app and start it again.';

/** The lines that mend `code` for an app on a device: its settings stand in its code, trust is the device's. */
export function cureOnDevice(dialect: DeviceDialect, code: CureCode, wiring: Wiring): readonly Fix[] {
  const server = (text: string): Fix => ({
    text: `${text}, ${AGAIN}`,
    as: 'code',
    snippet: dialect.serverLine(wiring),
  });
  switch (code) {
    case 'CA_NOT_TRUSTED':
      return dialect.trust(wiring);
    case 'NAME_NOT_COVERED':
      return dialect.names(wiring);
    case 'TOKEN_MISSING':
    case 'TOKEN_WRONG':
      return [dialect.token(wiring)];
    case 'PLAIN_HTTP':
      return [server('Write https in the server URL')];
    case 'SERVER_URL':
      return [server('Give the server URL as scheme, name and port with nothing after them')];
    case 'CERTIFICATE_EXPIRED':
      return [advice('Issue a new certificate on the Certificates screen. The app needs no change.')];
    case 'CLIENT_CERTIFICATE':
      return [
        advice(
          `Elastic's agent for ${dialect.title} has no setting for a certificate of its own, so it gets in only where none is required.`,
        ),
      ];
    case 'NOTHING_ARRIVED':
      return [server('Check that the app is told where to send')];
  }
}

function advice(text: string): Fix {
  return { text, as: null, snippet: null };
}
