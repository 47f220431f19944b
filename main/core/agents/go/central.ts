import type { CentralOption } from '../central-option.ts';

/**
 * What the Go agent takes up (go.elastic.co/apm/v2 2.7.12, config.go `updateRemoteConfig`; units from internal/configutil/duration.go). A value that it refuses and a
 * name that it does not know are left out alone; the level of its log only where ELASTIC_APM_LOG_FILE gives it one.
 */
export const central: readonly CentralOption[] = [
  { name: 'transaction_sample_rate', kind: 'rate' },
  { name: 'transaction_max_spans', kind: 'count' },
  { name: 'recording', kind: 'boolean' },
  { name: 'capture_body', kind: 'choice', choices: ['off', 'errors', 'transactions', 'all'] },
  {
    name: 'log_level',
    kind: 'choice',
    choices: ['trace', 'debug', 'info', 'warning', 'warn', 'error', 'critical', 'off'],
  },
  { name: 'stack_trace_limit', kind: 'count' },
  { name: 'exit_span_min_duration', kind: 'duration', units: ['us', 'ms', 's', 'm'] },
  { name: 'span_stack_trace_min_duration', kind: 'duration', units: ['ms', 's', 'm'], isNegativeAllowed: true },
  { name: 'span_compression_enabled', kind: 'boolean' },
  { name: 'span_compression_exact_match_max_duration', kind: 'duration', units: ['ms', 's', 'm'] },
  { name: 'span_compression_same_kind_max_duration', kind: 'duration', units: ['ms', 's', 'm'] },
  { name: 'trace_continuation_strategy', kind: 'choice', choices: ['continue', 'restart', 'restart_external'] },
  { name: 'sanitize_field_names', kind: 'list' },
  { name: 'transaction_ignore_urls', kind: 'list' },
];
