import type { CentralOption } from '../central-option.ts';

/**
 * What the .NET agent takes up: its own list of options that may change while it runs (Elastic.Apm 1.34.5, BackendComm/CentralConfig/DynamicConfigurationOption.cs), with
 * the values of Config/AbstractConfigurationReader.cs. A value that it cannot read is logged and leaves the default.
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
    choices: ['trace', 'debug', 'info', 'information', 'warning', 'error', 'critical', 'none'],
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
