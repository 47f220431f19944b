/** What each option of central configuration changes, in one sentence; agents that share a name share its meaning. */
export const CENTRAL_HINTS: Readonly<Record<string, string>> = {
  transaction_sample_rate: 'The share of transactions that are recorded in full: 1 is every one, 0 is none.',
  transaction_max_spans: 'How many spans one transaction may have; further ones are only counted.',
  recording: 'Whether the agent records anything at all.',
  capture_body: 'For which requests the body is recorded. Bodies can hold personal data.',
  capture_headers: 'Whether the headers of requests and responses are recorded.',
  log_level: 'From which level on the agent writes to its own log.',
  stack_trace_limit: 'How many frames of a stack trace are recorded.',
  exit_span_min_duration: 'Calls to other systems that are shorter than this are left out.',
  span_stack_trace_min_duration: 'Spans that last at least this long get a stack trace.',
  span_compression_enabled: 'Whether many similar short spans in a row become one.',
  span_compression_exact_match_max_duration: 'The longest span that is merged with others that are exactly alike.',
  span_compression_same_kind_max_duration: 'The longest span that is merged with others to the same destination.',
  trace_continuation_strategy: 'Whether an incoming trace is continued or a new one begins.',
  sanitize_field_names: 'Headers and form fields with these names are recorded without their value.',
  transaction_ignore_urls: 'Requests to these addresses are not recorded.',
  ignore_message_queues: 'Messages of these queues are not recorded.',
};
