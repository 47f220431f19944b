import type { AgentDefinition } from '../definition.ts';
import { cureOnDevice } from '../device/cures.ts';
import { refuseLaunch } from '../device/refuse-launch.ts';
import { dialect, TRUST_SWITCH } from '../ios/cures.ts';
import { frameworks } from '../ios/frameworks.ts';
import { ownForm, setUp, startLine, TOKEN } from '../ios/own-form.ts';
import { recognise } from '../ios/project.ts';
import { settings } from '../ios/settings.ts';

/** Elastic's distribution of OpenTelemetry for iOS (reference/agents.md, rows "iOS"). Read in its source and documentation, not run. */
export const definition: AgentDefinition = {
  id: 'ios',
  title: 'iOS',
  version: '2.0.2',
  keywords: ['mobile', 'swift', 'swiftui', 'uikit', 'xcode', 'simulator', 'iphone', 'ipad', 'edot', 'opentelemetry'],
  // SDK and language of its resource (apm-agent-ios, Sources/apm-agent-ios/AgentResource.swift).
  metadataNames: ['iOS/swift'],
  userAgent: /^apm-agent-ios\//,
  executable: /(?!)/,
  settings,
  tlsClients: ['apple'],
  storesRead: ['device'],
  // It takes what there is from an OpAMP endpoint, which APM Server does not have.
  central: [],
  centralTag: 'received',
  frameworks,
  // How it ends a handshake was not seen.
  rejection: { silent: false, untrusted: [], wrongName: [], expired: [] },
  logPhrases: [],
  forms: ['code'],
  ownForm,
  environment: () => [],
  ownEnvironment: () => [],
  setUp,
  loaders: [],
  startCommand: (framework) => framework.start,
  startLine: (_as, framework, wiring) => startLine(framework, wiring),
  advice: () => [
    TRUST_SWITCH,
    'A device reaches this machine by its name or address in the network, not as localhost: sealwire up --host, and a certificate that names it. The simulator reaches localhost.',
    `Started from Xcode, the app gets the token as ${TOKEN} in the scheme, Run, Arguments; leave the scheme unshared, so that git does not see it.`,
    'iOS refuses http, and certificates that are good for more than 825 days or name no host in their SAN.',
  ],
  cure: (code, _as, wiring) => cureOnDevice(dialect, code, wiring),
  launch: async () => refuseLaunch(definition),
  recognise,
  runsIn: 'device',
  notes: [
    'Not proven by a run: read in the agent’s source and documentation. Its reports are OTLP over HTTP, which .useConnectionType(.http) says for versions that would use gRPC.',
  ],
};
