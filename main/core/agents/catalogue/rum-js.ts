import type { AgentDefinition } from '../definition.ts';
import { PAGE_OR_BROWSER } from '../rum-js/browsers.ts';
import { central } from '../rum-js/central.ts';
import { cure } from '../rum-js/cures.ts';
import { frameworks, serveLine } from '../rum-js/frameworks.ts';
import { launch } from '../rum-js/launch.ts';
import { logMarks, logPhrases } from '../rum-js/log-phrases.ts';
import { ownForm, setUp } from '../rum-js/own-form.ts';
import { recognise } from '../rum-js/project.ts';
import { settings } from '../rum-js/settings.ts';

/** The Elastic APM agent for browsers (reference/agents.md, rows "RUM"). It runs in a page, so it has no variables and no secret. */
export const definition: AgentDefinition = {
  id: 'rum-js',
  title: 'RUM JavaScript',
  version: '5.17.5',
  keywords: ['browser', 'frontend', 'page', 'rum', 'react', 'vue', 'angular', 'apm-rum', 'typescript'],
  metadataNames: ['rum-js', 'js-base'],
  // The User-Agent is the browser's, whatever the page does, so it names no agent.
  userAgent: /(?!)/,
  paths: /\/(?:intake\/v[23]\/rum\/events|config\/v1\/rum\/agents)(?:\?|$)/,
  executable: PAGE_OR_BROWSER,
  settings,
  tlsClients: ['chromium', 'firefox', 'apple'],
  storesRead: ['browser', 'system'],
  central,
  // @elastic/apm-rum-core 5.25.3, src/common/apm-server.js `fetchConfig`: the tag is kept before the settings are looked at.
  centralTag: 'received',
  frameworks,
  // Chromium 156 answers certificate_unknown to an authority that it does not know, seen here.
  rejection: {
    silent: false,
    untrusted: ['certificate_unknown'],
    wrongName: ['certificate_unknown'],
    expired: ['certificate_unknown'],
  },
  logPhrases,
  logMarks,
  forms: ['code'],
  ownForm,
  environment: () => [],
  ownEnvironment: () => [],
  setUp,
  loaders: [],
  startCommand: (framework) => framework.start,
  startLine: (_as, framework) => serveLine(framework),
  advice: (_as, framework, wiring) => [
    'A page sends no token, since whoever opens it could read it. The endpoint lets it in by its origin: sealwire up --rum, or Settings, Browsers. One address may send 300 events a second, where no other rate is set.',
    `A Content-Security-Policy of the page needs connect-src ${wiring.url}.`,
    ...(framework.id === 'script'
      ? [
          'In data- attributes of the script every value is a text, so data-active="false" turns nothing off; init does.',
        ]
      : []),
    ...(framework.id === 'react'
      ? ['Without react-router-dom, leave ApmRoutes out: withTransaction of the same package reports a component.']
      : []),
  ],
  cure: (code, _as, wiring) => cure(code, wiring),
  launch,
  recognise,
  runsIn: 'page',
  notes: [
    'serverUrl holds no path. An https page may send to https alone; a page on http may send to https as well.',
    'The browser decides whom it trusts, and says why it does not in the console of the page; the agent itself only says "HTTP status: 0".',
  ],
};
