import type { CentralOption } from '../central-option.ts';

/**
 * What the Java agent takes up while it runs: the options that elastic-apm-agent 1.52.0 itself counts as dynamic (`ConfigurationOption.isDynamic`), with its valid values. It has more; these
 * are the ones that other agents have too. Units are those of `TimeDuration`.
 */
export const central: readonly CentralOption[] = [
  { name: 'transaction_sample_rate', kind: 'rate' },
  { name: 'transaction_max_spans', kind: 'count' },
  { name: 'recording', kind: 'boolean' },
  { name: 'capture_body', kind: 'choice', choices: ['off', 'errors', 'transactions', 'all'] },
  { name: 'capture_headers', kind: 'boolean' },
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
