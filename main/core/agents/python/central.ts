import type { CentralOption } from '../central-option.ts';

/**
 * What the Python agent takes up (elastic-apm 6.26.2, elasticapm/conf/__init__.py: fields of `Config`, their validators and units). One value
 * that it refuses makes it refuse the whole configuration.
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
    choices: ['trace', 'debug', 'info', 'warning', 'warn', 'error', 'critical', 'off'],
  },
  { name: 'stack_trace_limit', kind: 'count' },
  { name: 'exit_span_min_duration', kind: 'duration', units: ['ms', 's', 'm'] },
  { name: 'span_stack_trace_min_duration', kind: 'duration', units: ['ms', 's', 'm'], isNegativeAllowed: true },
  { name: 'span_compression_enabled', kind: 'boolean' },
  { name: 'span_compression_exact_match_max_duration', kind: 'duration', units: ['ms', 's', 'm'] },
  { name: 'span_compression_same_kind_max_duration', kind: 'duration', units: ['ms', 's', 'm'] },
  { name: 'trace_continuation_strategy', kind: 'choice', choices: ['continue', 'restart', 'restart_external'] },
  { name: 'sanitize_field_names', kind: 'list' },
  { name: 'transaction_ignore_urls', kind: 'list' },
  { name: 'ignore_message_queues', kind: 'list' },
];
