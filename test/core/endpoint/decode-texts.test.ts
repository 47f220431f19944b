import { describe, expect, test } from 'vitest';
import { createStreamDecoder } from '../../../main/core/endpoint/decode/stream-decoder.ts';
import { eventsOfBatches } from '../../support/events-of-batches.ts';

/* What the real decoder said of lines at the edges of its rules, each tried on it. */

const METADATA = '{"metadata":{"service":{"name":"s","agent":{"name":"nodejs","version":"1"}}}}';
const READ = 'decode error: data read error: v2.transactionRoot.Transaction: v2.transaction.';
const read = (text: string): string => `${READ}${text}`;
const LONG = 'x'.repeat(1025);

const transaction = (fields: string): string =>
  `{"transaction":{"id":"1","trace_id":"2","type":"t","duration":1,"span_count":{"started":0}${fields}}}`;

function decode(line: string): { readonly message: string | null; readonly kind: string | null } {
  const decoder = createStreamDecoder({ maxEventSize: 307_200, receivedUs: 7 });
  const batches = [...decoder.push(Buffer.from(`${METADATA}\n${line}\n`)), ...decoder.end()];
  const [event] = eventsOfBatches(batches, 7).flat();
  return { message: decoder.errors[0]?.message ?? null, kind: event?.kind ?? null };
}

describe('a line by itself', () => {
  test.each<readonly [string, string, string | null, string | null]>([
    [
      'an error after which the next fields are gone through',
      '{"transaction":{"faas":{"trigger":{"type":[1,2]},"id":"v"},"id":"1"}}',
      read('ID: FAAS: v2.faas.Trigger: v2.trigger.Type: ReadString: expects " or n,'),
      null,
    ],
    [
      'a list passed over after an error',
      '{"transaction":{"otel":{a:1},"trace_id":"v","id":"v"}}',
      read('OTel: v2.otel.readFieldHash: expect ",'),
      null,
    ],
    [
      'a value that is missing',
      '{"transaction":{"otel":{"span_kind":},"trace_id":"v","id":"v"}}',
      read('OTel: v2.otel.SpanKind: ReadString: expects " or n,'),
      null,
    ],
    [
      'half a null',
      '{"transaction":{"links":nul,"trace_id":"v"}}',
      read(
        'Links: []v2.spanLink: skipThreeBytes: expect ull, error found in #10 byte of ...|inks":nul,"trace_id"|..., bigger context ...|{"transaction":{"links":nul,"trace_id":"v"}}|...',
      ),
      null,
    ],
    [
      'an element of a list',
      '{"transaction":{"links":[{"span_id":[{},{}],"trace_id":"v"}],"id":"v"}}',
      read('TraceID: Links: []v2.spanLink: v2.spanLink.SpanID: ReadString: expects " or n,'),
      null,
    ],
    [
      'context beyond the first five hundred bytes',
      transaction(`,"context":{"custom":{"k":"${'x'.repeat(600)}"}},"outcome":nul`),
      read(
        'Outcome: skipThreeBytes: expect ull, error found in #10 byte of ...|come":nul}}|..., bigger context ...|xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"}},"outcome":nul}}|...',
      ),
      null,
    ],
    [
      'an integer beyond 64 bits',
      '{"transaction":{"span_count":{"started":18446744073709551616}}}',
      read(
        'SpanCount: v2.transactionSpanCount.Started: readUint64: overflow, error found in #10 byte of ...|":184467440737095516|..., bigger context ...|{"transaction":{"span_count":{"started":18446744073709551616}}}|...',
      ),
      null,
    ],
    [
      'an integer beyond 64 bits near the end of the line',
      '{"transaction":{"span_count":{"started":18446744073709551616',
      read(
        'SpanCount: v2.transactionSpanCount.Started: readUint64: overflow, error found in #10 byte of ...|":184467440737095516|..., bigger context ...|{"transaction":{"span_count":{"started":18446744073709551616|...',
      ),
      null,
    ],
    [
      'an integer of which 64 bits are left',
      transaction(',"span_count":{"started":25000000000000000000}'),
      null,
      'transaction',
    ],
    [
      'an integer of which 64 bits are left, beyond 63',
      transaction(',"span_count":{"started":30000000000000000000}'),
      read(
        'SpanCount: v2.transactionSpanCount.Started: ReadInt64: overflow: 11553255926290448384, error found in #10 byte of ...|0000000000}}}|..., bigger context ...|d":0},"span_count":{"started":30000000000000000000}}}|...',
      ),
      null,
    ],
    [
      'an unknown number beyond a float64',
      transaction(',"a":1e400'),
      read(
        'readNumberAsString: invalid number, error found in #10 byte of ...|,"a":1e400}}|..., bigger context ...|,"duration":1,"span_count":{"started":0},"a":1e400}}|...',
      ),
      null,
    ],
    [
      'an unknown number beyond a float32',
      transaction(',"a":0.1e50'),
      read('strconv.ParseFloat: parsing "0.1e50": value out of range'),
      null,
    ],
    [
      'an unknown number that begins with zero',
      transaction(',"a":01'),
      read(
        'readFloat32: leading zero is invalid, error found in #10 byte of ...|d":0},"a":01}}|..., bigger context ...|":"t","duration":1,"span_count":{"started":0},"a":01}}|...',
      ),
      null,
    ],
    ['an unknown number that begins with a dot', transaction(',"a":-.5'), null, 'transaction'],
    ['an unknown number that begins with a sign and zero', transaction(',"a":-01'), null, 'transaction'],
    [
      'an unknown number with two dots',
      transaction(',"a":-.5.5'),
      read(
        'validateNumber: more than one dot found in number, error found in #10 byte of ...|":0},"a":-.5.5}}|..., bigger context ...|:"t","duration":1,"span_count":{"started":0},"a":-.5.5}}|...',
      ),
      null,
    ],
    [
      'an unknown number without digits',
      transaction(',"a":-.'),
      read(
        'validateNumber: missing digit after dot, error found in #10 byte of ...|":0},"a":-.}}|..., bigger context ...|:"t","duration":1,"span_count":{"started":0},"a":-.}}|...',
      ),
      null,
    ],
    [
      'a number in a free object beyond a float64',
      transaction(',"context":{"custom":{"a":1e400}}'),
      null,
      'transaction',
    ],
    [
      'a string that ends in an escape',
      '{"transaction":{"id":"\\u12',
      read(
        'ID: readStringSlowPath: unexpected end of input, error found in #10 byte of ...|"id":"\\u12|..., bigger context ...|{"transaction":{"id":"\\u12|...',
      ),
      null,
    ],
    [
      'a string that ends between two surrogates',
      '{"transaction":{"id":"\\ud800\\',
      read(
        'ID: readStringSlowPath: unexpected end of input, error found in #10 byte of ...|":"\\ud800\\|..., bigger context ...|{"transaction":{"id":"\\ud800\\|...',
      ),
      null,
    ],
    [
      'a key with an error before it',
      '{"transaction":{"context":{"custom":{"a" 1},"user":{"id":1}}}}',
      read('Context: v2.context.Custom: ReadMapCB: expect : after object field,'),
      null,
    ],
    [
      'a missing colon in a value of any type',
      '{"transaction":{"context":{"request":{"body":{"a" 1},"method":"GET"}}}}',
      read('Context: v2.context.Request: v2.contextRequest.Body: ReadMapCB: expect : after object field,'),
      null,
    ],
    [
      'a missing comma in a value of any type',
      '{"transaction":{"context":{"request":{"body":{"a":1 2},"method":"GET"}}}}',
      read(
        'Context: v2.context.Request: v2.contextRequest.Body: ReadMapCB: object not ended with }, error found in #10 byte of ...|":{"a":1 2},"method"|..., bigger context ...|ransaction":{"context":{"request":{"body":{"a":1 2},"method":"GET"}}}}|...',
      ),
      null,
    ],
    [
      'a second key that is none',
      '{"transaction":{"context":{"request":{"body":{"a":1,b},"method":"GET"}}}}',
      read('Context: v2.context.Request: v2.contextRequest.Method: Body: ReadString: expects " or n,'),
      null,
    ],
    [
      'headers that break off',
      '{"transaction":{"context":{"request":{"headers":{"a":tru},"method":"GET"}}}}',
      read('Context: v2.context.Request: v2.contextRequest.Headers: invalid input for HTTPHeader value type: bool'),
      null,
    ],
    [
      'headers that are a broken string',
      '{"transaction":{"context":{"request":{"headers":"\\x","method":"GET"}}}}',
      read('Context: v2.context.Request: v2.contextRequest.Headers: invalid input type for HTTPHeader'),
      null,
    ],
    [
      'a time after an error',
      '{"transaction":{"id":1,"timestamp":"soon"}}',
      read('Timestamp: failed to parse the provided time string'),
      null,
    ],
    ['a time with an hour of one digit', transaction(',"timestamp":"2006-01-02T5:04:05Z"'), null, 'transaction'],
    [
      'a time 24 hours and 60 minutes off',
      transaction(',"timestamp":"2006-01-02T15:04:05+24:60"'),
      null,
      'transaction',
    ],
    [
      'a time 25 hours off',
      transaction(',"timestamp":"2006-01-02T15:04:05+25:00"'),
      read('Timestamp: failed to parse the provided time string'),
      null,
    ],
    [
      'marks that are no object',
      '{"transaction":{"marks":[1],"id":"1"}}',
      read(
        'ID: Marks: unmarshalerDecoder: json: cannot unmarshal array into Go value of type map[string]v2.transactionMarkEvents, error found in #10 byte of ...|marks":[1],"id":"1"}|..., bigger context ...|{"transaction":{"marks":[1],"id":"1"}}|...',
      ),
      null,
    ],
    [
      'short marks that are no object',
      '{"x":{"k":"a","id":"1"}}',
      'decode error: data read error: rumv3.transactionRoot.Transaction: rumv3.transaction.ID: Marks: unmarshalerDecoder: json: cannot unmarshal string into Go value of type map[string]rumv3.transactionMarkEvents, error found in #10 byte of ...|":{"k":"a","id":"1"}|..., bigger context ...|{"x":{"k":"a","id":"1"}}|...',
      null,
    ],
    [
      'marks with a group twice',
      '{"transaction":{"marks":{"a":1,"a":"b"},"id":"1"}}',
      read(
        'ID: Marks: unmarshalerDecoder: json: cannot unmarshal number into Go value of type map[string]float64, error found in #10 byte of ...|1,"a":"b"},"id":"1"}|..., bigger context ...|{"transaction":{"marks":{"a":1,"a":"b"},"id":"1"}}|...',
      ),
      null,
    ],
    [
      'marks with a number that begins with zero',
      '{"transaction":{"marks":{"a":{"b":-01}},"id":"1"}}',
      read(
        'ID: Marks: unmarshalerDecoder: invalid character \'1\' after object key:value pair, error found in #10 byte of ...|{"b":-01}},"id":"1"}|..., bigger context ...|{"transaction":{"marks":{"a":{"b":-01}},"id":"1"}}|...',
      ),
      null,
    ],
    [
      'marks with a control character',
      '{"transaction":{"marks":{"a":{"\\n\tb":1}},"id":"1"}}',
      read(
        'ID: Marks: unmarshalerDecoder: invalid character \'\\t\' in string literal, error found in #10 byte of ...|"\\n\tb":1}},"id":"1"}|..., bigger context ...|{"transaction":{"marks":{"a":{"\\n\tb":1}},"id":"1"}}|...',
      ),
      null,
    ],
    [
      'marks that are a number with a dot first',
      '{"transaction":{"marks":-.5,"id":"1"}}',
      read(
        'ID: Marks: unmarshalerDecoder: invalid character \'.\' in numeric literal, error found in #10 byte of ...|marks":-.5,"id":"1"}|..., bigger context ...|{"transaction":{"marks":-.5,"id":"1"}}|...',
      ),
      null,
    ],
    [
      'a mixed field beyond 64 bits',
      transaction(',"context":{"user":{"id":9223372036854775808}}'),
      "validation error: transaction: context: user: 'id': validation rule 'inputTypes(string;int)' violated",
      null,
    ],
    [
      'a mixed field with a fraction that a float64 loses',
      transaction(',"context":{"user":{"id":1234567890123456789.5}}'),
      "validation error: transaction: context: user: 'id': validation rule 'inputTypes(string;int)' violated",
      null,
    ],
    [
      'a port beyond 64 bits',
      transaction(',"context":{"request":{"method":"GET","url":{"port":"9223372036854775808"}}}'),
      "validation error: transaction: context: request: url: 'port': validation rule 'targetType(int)' violated",
      null,
    ],
    [
      'a log with a long service name',
      `{"log":{"service.name":"${LONG}"}}`,
      "validation error: log: ecslogservicefields: 'service.name': validation rule 'maxLength(1024)' violated",
      null,
    ],
    [
      'a log with a long nested level',
      `{"log":{"log":{"level":"${LONG}"}}}`,
      "validation error: log: ecsloglogfields: 'log.level': validation rule 'maxLength(1024)' violated",
      null,
    ],
    [
      'a log with a nested line beyond 64 bits',
      '{"log":{"message":"a","log":{"origin":{"file":{"line":9223372036854775808}}}}}',
      'log: ecsloglogfields: strconv.ParseInt: parsing "9223372036854775808": value out of range',
      null,
    ],
    [
      'a log with a nested line with a fraction of zero',
      '{"log":{"message":"a","log":{"origin":{"file":{"line":1.0}}}}}',
      'log: ecsloglogfields: strconv.ParseInt: parsing "1.0": invalid syntax',
      null,
    ],
    ['a log with a nested trace', `{"log":{"message":"a","trace":{"id":"${LONG}"}}}`, null, 'log'],
    [
      'a key given twice, wrong before right',
      '{"transaction":{"id":1,"id":"1","trace_id":"2","type":"t","duration":1,"span_count":{"started":0}}}',
      read('ID: ID: ReadString: expects " or n,'),
      null,
    ],
    [
      'a key given twice, wrong before null',
      transaction(',"outcome":"bad","outcome":null'),
      "validation error: transaction: 'outcome': validation rule 'enum(enumOutcome)' violated",
      null,
    ],
    [
      'free objects of one key',
      transaction(',"context":{"tags":{"a":[]},"tags":{"b":1}}'),
      "validation error: transaction: context: 'tags': validation rule 'inputTypesVals(string;bool;number)' violated for key a",
      null,
    ],
    [
      'free objects of one key, then null',
      transaction(',"context":{"tags":{"a":[]},"tags":null}'),
      null,
      'transaction',
    ],
    ['lists of one key', transaction(',"links":[{"span_id":"1"}],"links":[{"trace_id":"2"}]'), null, 'transaction'],
    [
      'objects of one key',
      '{"transaction":{"id":"1","trace_id":"2","type":"t"},"transaction":{"duration":1,"span_count":{"started":0}}}',
      null,
      'transaction',
    ],
    [
      'a key with a Kelvin sign in a large object',
      transaction(',"marKs":1'),
      read(
        'Marks: unmarshalerDecoder: json: cannot unmarshal number into Go value of type map[string]v2.transactionMarkEvents, error found in #10 byte of ...|marKs":1}}|..., bigger context ...|duration":1,"span_count":{"started":0},"marKs":1}}|...',
      ),
      null,
    ],
    [
      'a key with a Kelvin sign in a small object',
      transaction(',"context":{"request":{"method":"GET","cooKies":1}}'),
      null,
      'transaction',
    ],
    [
      'a metricset of a transaction without a span',
      '{"metricset":{"transaction":{"name":"t"},"samples":{"span.self_time.count":{"value":1}}}}',
      null,
      null,
    ],
    [
      'a metricset with an unknown field in its transaction',
      '{"metricset":{"transaction":{"a":"t"},"samples":{"m":{"value":1}}}}',
      null,
      'metricset',
    ],
  ])('%s', (_name, line, message, kind) => {
    expect(decode(line)).toEqual({ message, kind });
  });
});
