import { basename, join } from 'node:path';
import type { Block, FoundProject, Framework, ProjectFiles } from '../../definition.ts';
import { serviceNameFrom } from '../../service-name.ts';
import { fillTemplate } from '../../template.ts';
import type { Language } from '../language.ts';
import { launchByEnvironment } from '../launch-by-environment.ts';
import { setting } from '../settings.ts';
import { logMarks, logPhrases } from './log-phrases.ts';

const EXPORTER = 'opentelemetry-exporter-otlp 0.33.1: lib/opentelemetry/exporter/otlp/exporter.rb';
const install = 'bundle add opentelemetry-sdk opentelemetry-exporter-otlp opentelemetry-instrumentation-all';

const frameworks: readonly Framework[] = [
  { id: 'rails', title: 'Rails', markers: ['rails'], start: 'bin/rails server', install },
  { id: 'rack', title: 'Rack, Sinatra', markers: ['sinatra', 'rack'], start: 'bundle exec rackup', install },
];

/** OpenTelemetry for Ruby; Elastic has no distribution of it. */
export const ruby: Language = {
  id: 'otel-ruby',
  tlsClients: ['ruby'],
  title: 'Ruby',
  version: '0.33.1',
  keywords: ['rails', 'sinatra', 'rack', 'gem', 'bundler', 'opentelemetry-sdk'],
  sdk: { language: 'ruby', distributions: [] },
  userAgent: /(?:^|\s)OTel-OTLP-Exporter-Ruby\//,
  executable: /^(ruby[\d.]*|rails|rackup|puma|unicorn|bundle|sidekiq)(\.(exe|bat))?$/,
  insteadOf: { agent: 'ruby', where: /opentelemetry/ },
  certificate: { since: '0', proof: 'source', source: EXPORTER },
  settings: [
    setting('verify', 'OTEL_RUBY_EXPORTER_OTLP_SSL_VERIFY_NONE', 'boolean', {
      never: 'Without verification anyone on the way can read the token. Trusting the authority is as short.',
      source: EXPORTER,
    }),
  ],
  frameworks,
  rejection: {
    silent: false,
    untrusted: ['unknown_ca'],
    wrongName: ['bad_certificate'],
    expired: ['certificate_expired'],
  },
  logPhrases,
  logMarks,
  variables: () => [],
  loaders: [],
  firstForms: ['env', 'dotenv', 'procfile'],
  ownForm,
  startCommand: ({ start }) => start,
  startLine: (as, { start }) => (as === 'dotenv' ? `dotenv ${start}` : start),
  advice: (as) => (as === 'dotenv' ? ['dotenv is the command of the gem dotenv: gem install dotenv.'] : []),
  launch: launchByEnvironment((folder, files) => recognise(folder, files)?.name ?? null),
  recognise,
  notes: [
    'The exporter for Ruby speaks http/protobuf alone.',
    'Not tried with a real Ruby application yet; names of settings are those of the specification.',
  ],
};

function ownForm(_as: string, { id }: Framework): readonly Block[] {
  return [
    id === 'rails'
      ? piece('config/initializers/opentelemetry.rb', 'Create among the initializers')
      : piece('opentelemetry.rb', 'Require this first in config.ru'),
  ];
}

function piece(path: string, title: string): Block {
  return { title, path, language: 'ruby', content: fillTemplate('otel-ruby/start.rb', {}), isCommand: false };
}

/** Recognises a Gemfile that names OpenTelemetry; any other is a project of Elastic's own agent. */
function recognise(folder: string, files: ProjectFiles): FoundProject | null {
  const gemfile = files.list(folder).includes('Gemfile') ? (files.read(join(folder, 'Gemfile')) ?? '') : '';
  const isNamed = (gem: string): boolean => new RegExp(`^\\s*gem\\s+["']${gem}["']`, 'm').test(gemfile);
  if (!isNamed('opentelemetry-[\\w-]+')) return null;
  const framework = frameworks.find(({ markers }) => markers.some(isNamed)) ?? frameworks[0];
  return {
    name: serviceNameFrom(basename(folder)) ?? 'ruby-app',
    framework: framework?.id ?? null,
    installed: true,
    start: framework?.start ?? '',
  };
}
