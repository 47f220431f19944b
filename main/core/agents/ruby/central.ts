import type { CentralOption } from '../central-option.ts';

/**
 * What the Ruby agent takes up: the options that its documents call dynamic (elastic-apm 4.9.0, docs/reference/configuration.md), with the values of its own converters
 * (lib/elastic_apm/config). A name that it does not know makes it refuse the whole configuration (config.rb, `replace_options`).
 */
export const central: readonly CentralOption[] = [
  { name: 'transaction_sample_rate', kind: 'rate' },
  { name: 'transaction_max_spans', kind: 'count' },
  { name: 'recording', kind: 'boolean' },
  { name: 'capture_body', kind: 'choice', choices: ['off', 'errors', 'transactions', 'all'] },
  { name: 'capture_headers', kind: 'boolean' },
  {
    name: 'log_level',
    kind: 'choice',
    choices: ['trace', 'debug', 'info', 'warning', 'warn', 'error', 'critical', 'fatal', 'off'],
  },
  { name: 'sanitize_field_names', kind: 'list' },
];
