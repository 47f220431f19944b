import { dialect } from '../android/cures.ts';
import { emulatorNotes } from '../android/emulator.ts';
import { ownForm, setUp } from '../android/own-form.ts';
import { recognise } from '../android/project.ts';
import { settings } from '../android/settings.ts';
import type { AgentDefinition } from '../definition.ts';
import { cureOnDevice } from '../device/cures.ts';
import { refuseLaunch } from '../device/refuse-launch.ts';

/** Elastic's distribution of OpenTelemetry for Android (reference/agents.md, rows "Android"). Read in its source, not run. */
export const definition: AgentDefinition = {
  id: 'android',
  title: 'Android',
  version: '1.8.0',
  keywords: ['mobile', 'kotlin', 'java', 'gradle', 'emulator', 'edot', 'opentelemetry'],
  // SDK and language of its resource (apm-agent-android 1.8.0, agent-sdk).
  metadataNames: ['android/java'],
  // The exporter of OpenTelemetry for Java sends it, and names itself.
  userAgent: /(?!)/,
  executable: /(?!)/,
  settings,
  tlsClients: ['android'],
  storesRead: ['device'],
  // It takes what there is from an OpAMP endpoint, which APM Server does not have.
  central: [],
  centralTag: 'received',
  frameworks: [
    { id: 'kotlin', title: 'Kotlin', markers: [], start: './gradlew installDebug', install: '' },
    { id: 'java', title: 'Java', markers: [], start: './gradlew installDebug', install: '' },
  ],
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
  startLine: (_as, framework, { shell }) =>
    shell === 'cmd' || shell === 'pwsh' ? framework.start.replace('./', '.\\') : framework.start,
  advice: (_as, _framework, wiring) => [
    ...emulatorNotes(wiring),
    'The manifest of the app has to name the class: android:name=".App" of its application.',
    'Whoever has an app can read the token in it. The lines keep it out of git and of release builds, and an app that is given away needs another way.',
  ],
  cure: (code, _as, wiring) => cureOnDevice(dialect, code, wiring),
  launch: async () => refuseLaunch(definition),
  recognise,
  runsIn: 'device',
  notes: ['Not proven by a run: read in the agent’s source. Its reports are OTLP over HTTP.'],
};
