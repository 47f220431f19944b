import type { Framework, Wiring } from '../definition.ts';
import { hasToken } from '../forms/variables.ts';
import { readerSystem } from '../reader-system.ts';
import { SHELLS, sealwireLine } from '../shell-dialect.ts';
import { isPackage } from './frameworks.ts';
import { LOADING, loaderOf } from './places.ts';

/**
 * The agent cannot be told of an authority, but .NET on Linux reads OpenSSL's variables: SSL_CERT_FILE takes the place of the bundle, while the folder of certificates
 * beside it is still read. On Windows and macOS .NET reads none, so nothing is set there (reference/agents.md §3).
 */
export function trust(wiring: Wiring): readonly (readonly [string, string])[] {
  return readerSystem(wiring) === 'linux' ? [['SSL_CERT_FILE', wiring.caFile]] : [];
}

/** The line that puts the authority into the store of this system; null where a variable does. */
export function trustLine(wiring: Wiring): string | null {
  const system = readerSystem(wiring);
  if (system === 'linux') return null;
  return sealwireLine(wiring, `trust install ${system === 'windows' ? 'windows-user' : 'macos-user'}`);
}

/** Everything that wires the agent and, where it is no package of the application, loads it; in the order in which it is shown. */
export function environment(wiring: Wiring, framework: Framework): readonly (readonly [string, string])[] {
  return [
    ['ELASTIC_APM_SERVER_URL', wiring.url],
    ...(hasToken(wiring) ? [['ELASTIC_APM_SECRET_TOKEN', wiring.token] as const] : []),
    ...trust(wiring),
    ['ELASTIC_APM_SERVICE_NAME', wiring.service],
    ...(wiring.environment === null ? [] : [['ELASTIC_APM_ENVIRONMENT', wiring.environment] as const]),
    ...(loaderOf(framework, wiring)?.variables ?? []),
  ];
}

/** The command typed in a shell, with what would load the agent into every other .NET program of that shell for this command alone. */
export function startLine(as: string, framework: Framework, wiring: Wiring): string {
  const shell = SHELLS[wiring.shell];
  if (as === 'env') {
    const loading = loaderOf(framework, wiring)?.variables.find(([name]) => LOADING.includes(name));
    return loading === undefined ? framework.start : shell.withVariable(...loading, framework.start);
  }
  // launchSettings.json names the authority itself.
  if (as === 'file' && !isPackage(framework)) return 'dotnet run --launch-profile Sealwire';
  const start = isPackage(framework) ? framework.start : 'dotnet run';
  const [authority] = trust(wiring);
  return authority === undefined ? start : shell.withVariable(...authority, start);
}

/** What trusting by a variable, or by the system's store, comes with. */
export function trustAdvice(wiring: Wiring): readonly string[] {
  return readerSystem(wiring) === 'linux'
    ? [
        'The agent has no setting for an authority; .NET on Linux takes it from SSL_CERT_FILE, in place of OpenSSL’s bundle and for the whole process. It still reads the folder of certificates beside the bundle (/etc/ssl/certs), so public servers stay trusted.',
        'On Windows and macOS .NET reads no such variable: there, sealwire trust install puts the authority into the store that it reads.',
      ]
    : [
        'The agent has no setting for an authority, and .NET reads the store of this system, where a variable such as SSL_CERT_FILE does nothing.',
      ];
}
