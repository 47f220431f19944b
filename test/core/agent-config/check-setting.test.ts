import { expect, test } from 'vitest';
import { settingProblem } from '../../../main/core/agent-config/check-setting.ts';
import { central as nodejs } from '../../../main/core/agents/nodejs/central.ts';
import { central as python } from '../../../main/core/agents/python/central.ts';

test.each([
  ['transaction_sample_rate', '0.25'],
  ['transaction_max_spans', '0'],
  ['exit_span_min_duration', '10ms'],
  ['span_stack_trace_min_duration', '-1ms'],
  ['capture_body', 'all'],
  ['transaction_ignore_urls', '/health*,/ready'],
])('%s=%s is taken', (name, value) => {
  expect(settingProblem('Python', python, name, value)).toBeNull();
  expect(settingProblem('Node.js', nodejs, name, value)).toBeNull();
});

test.each([
  ['transaction_sample_rate', '1.5', 'a number from 0 to 1'],
  ['transaction_sample_rate', '25%', 'a number from 0 to 1'],
  ['transaction_max_spans', '-1', 'a whole number'],
  ['exit_span_min_duration', '10', 'a unit (ms, s, m)'],
  ['exit_span_min_duration', '10us', 'a unit (ms, s, m)'],
  ['exit_span_min_duration', '-1ms', 'a unit (ms, s, m)'],
  ['recording', 'no', 'true or false'],
  ['log_level', 'loud', 'one of trace'],
  ['transaction_ignore_urls', ' ', 'commas'],
  ['transaction_sample_rat', '1', 'did you mean "transaction_sample_rate"?'],
])('%s=%s is refused with the reason', (name, value, reason) => {
  expect(settingProblem('Python', python, name, value)).toContain(reason);
});
