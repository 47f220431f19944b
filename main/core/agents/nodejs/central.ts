import type { CentralOption } from '../central-option.ts';

/**
 * What the Node.js agent takes up (elastic-apm-node 4.18.0: the `centralConfigName` of lib/config/schema.js; units from its duration options,
 * levels from lib/logging.js). It warns of any other name and ignores it.
 */
export const central: readonly CentralOption[] = [
  { name: 'transaction_sample_rate', kind: 'rate' },
  { name: 'transaction_max_spans', kind: 'count' },
  { name: 'capture_body', kind: 'choice', choices: ['off', 'errors', 'transactions', 'all'] },
  {
    name: 'log_level',
    kind: 'choice',
    choices: ['trace', 'debug', 'info', 'warning', 'warn', 'error', 'critical', 'off'],
  },
  { name: 'exit_span_min_duration', kind: 'duration', units: ['us', 'ms', 's', 'm'] },
  { name: 'span_stack_trace_min_duration', kind: 'duration', units: ['ms', 's', 'm'], isNegativeAllowed: true },
  { name: 'trace_continuation_strategy', kind: 'choice', choices: ['continue', 'restart', 'restart_external'] },
  { name: 'sanitize_field_names', kind: 'list' },
  { name: 'transaction_ignore_urls', kind: 'list' },
  { name: 'ignore_message_queues', kind: 'list' },
];
