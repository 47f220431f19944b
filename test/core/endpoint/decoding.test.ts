import { describe, expect, test } from 'vitest';
import { createStreamDecoder, type StreamDecoder } from '../../../main/core/endpoint/decode/stream-decoder.ts';
import type { IncomingEvent } from '../../../main/core/events/ports.ts';
import { eventsOfBatches } from '../../support/events-of-batches.ts';

/* What a stream decodes to and what is said of its bad lines, from the rules of reference C and D. */

const METADATA = '{"metadata":{"service":{"name":"shop","agent":{"name":"nodejs","version":"4.7.0"}}}}';

function decode(
  stream: string | Buffer,
  maxEventSize = 307_200,
): { decoder: StreamDecoder; batches: (readonly IncomingEvent[])[] } {
  const decoder = createStreamDecoder({ maxEventSize, receivedUs: 7 });
  const batches = [...decoder.push(Buffer.from(stream)), ...decoder.end()];
  return { decoder, batches: eventsOfBatches(batches, 7) };
}

/** The error of one line after good metadata, or null where it is accepted. */
function errorOf(line: string): string | null {
  return decode(`${METADATA}\n${line}\n`).decoder.errors[0]?.message ?? null;
}

const transaction = (fields: string): string =>
  `{"transaction":{"id":"1","trace_id":"2","type":"request","duration":1,"span_count":{"started":0}${fields}}}`;
const span = (fields: string): string =>
  `{"span":{"id":"1","trace_id":"2","parent_id":"3","name":"n","type":"db","duration":1,"timestamp":1${fields}}}`;

describe('the first line', () => {
  test.each([
    ['nothing at all', '', 202, []],
    ['metadata alone', `${METADATA}\n`, 202, []],
    ['metadata without its newline', METADATA, 400, ['EOF while reading metadata']],
    ['an empty line', '\n', 400, ['"metadata" or "m" required']],
    ['an event', '{"log":{"message":"a"}}\n', 400, ['"metadata" or "m" required']],
    ['empty metadata', '{"metadata":{}}\n', 400, ["validation error: 'metadata' required"]],
    [
      'metadata without an agent',
      '{"metadata":{"service":{"name":"a"}}}\n',
      400,
      ["validation error: metadata: service: 'agent' required"],
    ],
    [
      'a name with a slash',
      '{"metadata":{"service":{"name":"a/b","agent":{"name":"n","version":"1"}}}}\n',
      400,
      ["validation error: metadata: service: 'name': validation rule 'pattern(patternAlphaNumericExt)' violated"],
    ],
    ['short metadata of a browser', '{"m":{"se":{"n":"web","a":{"n":"rum-js","ve":"5"}}}}\n', 202, []],
  ] as const)('%s', (_name, stream, status, messages) => {
    const { decoder, batches } = decode(stream);

    expect(decoder.status).toBe(status);
    expect(decoder.errors.map(({ message }) => message)).toEqual(messages);
    expect(batches).toEqual([]);
  });

  test('tells who the stream is from', () => {
    const full =
      '{"metadata":{"service":{"name":"shop","version":"2.1","environment":"prod","agent":{"name":"python","version":"6.2"},"language":{"name":"python"},"runtime":{"name":"CPython","version":"3.11"},"framework":{"name":"flask","version":"3"}},"system":{"hostname":"old","detected_hostname":"box"},"process":{"pid":42}}}\n';

    expect(decode(full).decoder.metadata?.identity).toEqual({
      service: 'shop',
      environment: 'prod',
      version: '2.1',
      agent: { name: 'python', version: '6.2' },
      language: 'python',
      runtime: 'CPython 3.11',
      framework: 'flask 3',
      hostname: 'box',
      pid: 42,
    });
  });
});

describe('later lines', () => {
  test('form batches of ten, bad and blank ones counted, and the last may lack its newline', () => {
    const lines = [
      '{"log":{"message":"a"}}',
      '',
      '{"nope":1}',
      ...Array.from({ length: 18 }, () => '{"log":{"message":"b"}}'),
    ];

    const { batches, decoder } = decode(`${METADATA}\n${lines.join('\n')}`);

    expect(batches.map((batch) => batch.length)).toEqual([8, 10, 1]);
    expect(decoder.errors).toEqual([{ message: 'did not recognize object type: "nope"', document: '{"nope":1}' }]);
  });

  test.each([
    ['a lone carriage return', '\r', 'did not recognize object type: ""'],
    ['no quotes', '{}', 'did not recognize object type: ""'],
    ['a type in another case', '{"Transaction":{}}', 'did not recognize object type: "Transaction"'],
    ['a type in single quotes', "{'log':{}}", 'decode error: data read error: v2.logRoot.readFieldHash: expect ",'],
    ['metadata again', METADATA, 'did not recognize object type: "metadata"'],
    ['letters that must be quoted', '{"a\\b\u2028":1}', 'did not recognize object type: "a\\\\b\\u2028"'],
  ])('%s', (_name, line, message) => {
    expect(errorOf(line)).toBe(message);
  });

  test.each([
    ['after the object', `${transaction('')}garbage`],
    ['unknown keys', transaction(',"unknown":{"a":[1,{"b":null}]}')],
    [
      'keys in another case',
      '{"transaction":{"ID":"1","Trace_Id":"2","TYPE":"t","duration":1,"span_count":{"Started":0}}}',
    ],
    ['null for what may be absent', transaction(',"name":null,"context":null,"sampled":null,"links":null')],
    ['a lone surrogate', transaction(',"name":"\\ud800"')],
    ['a control character after an escape', transaction(',"name":"a\\n\tb"')],
    ['a plus sign', transaction(',"sample_rate":+1')],
    ['an empty target', transaction(',"context":{"service":{"target":{}}}')],
    [
      'headers of texts and lists',
      transaction(',"context":{"request":{"method":"GET","headers":{"a":"b","c":["d"]}}}'),
    ],
    ['1024 code points of two units each', transaction(`,"name":"${'😀'.repeat(1024)}"`)],
    ['a timestamp with an offset', transaction(',"timestamp":"2026-01-01T00:00:00.5+0100"')],
  ])('accepts %s', (_name, line) => {
    expect(errorOf(line)).toBeNull();
  });

  test.each([
    ['a missing field', '{"transaction":{"trace_id":"2"}}', "transaction: 'id' required"],
    [
      'an unknown outcome',
      transaction(',"outcome":"bad"'),
      "transaction: 'outcome': validation rule 'enum(enumOutcome)' violated",
    ],
    [
      '1025 code points',
      transaction(`,"name":"${'😀'.repeat(1025)}"`),
      "transaction: 'name': validation rule 'maxLength(1024)' violated",
    ],
    [
      'a negative duration',
      span('').replace('"duration":1', '"duration":-1'),
      "span: 'duration': validation rule 'min(0)' violated",
    ],
    [
      'a user id with a fraction',
      transaction(',"context":{"user":{"id":1.5}}'),
      "transaction: context: user: 'id': validation rule 'inputTypes(string;int)' violated",
    ],
    [
      'a user id written as a float',
      transaction(',"context":{"user":{"id":1.0}}'),
      "transaction: context: user: 'id': validation rule 'inputTypes(string;int)' violated",
    ],
    [
      'a boolean user id',
      transaction(',"context":{"user":{"id":true}}'),
      "transaction: context: user: 'id': validation rule 'inputTypes(string;int)' violated ",
    ],
    [
      'a port that is no number',
      transaction(',"context":{"request":{"method":"GET","url":{"port":"x"}}}'),
      "transaction: context: request: url: 'port': validation rule 'targetType(int)' violated",
    ],
    [
      'a label of the wrong type',
      transaction(',"context":{"tags":{"a":{}}}'),
      "transaction: context: 'tags': validation rule 'inputTypesVals(string;bool;number)' violated for key a",
    ],
    ['an empty list element', transaction(',"links":[{}]'), 'transaction: links slice element required'],
    [
      'a frame without a file',
      span(',"stacktrace":[{"lineno":1}]'),
      "span: stacktrace: requires at least one of the fields 'classname;filename'",
    ],
    [
      'an error without its trace',
      '{"error":{"id":"1","parent_id":"2","exception":{"message":"x"}}}',
      "error: 'trace_id' required when 'parent_id' is set",
    ],
    [
      'a metric name with a star',
      '{"metricset":{"samples":{"a*":{"value":1}}}}',
      "metricset: 'samples': validation rule 'patternKeys(patternNoAsteriskQuote)' violated",
    ],
    ['a browser transaction without spans counted', '{"x":{"id":"1","tid":"2","t":"t","d":1}}', "x: 'yc' required"],
  ])('refuses %s', (_name, line, problem) => {
    expect(errorOf(line)).toBe(`validation error: ${problem}`);
  });

  test.each([
    [
      'a number for a text',
      transaction(',"name":5'),
      'v2.transactionRoot.Transaction: v2.transaction.Name: ReadString: expects " or n,',
    ],
    [
      'a text for a truth',
      transaction(',"sampled":"x"'),
      'v2.transactionRoot.Transaction: v2.transaction.Sampled: ReadBool: expect t or f,',
    ],
    [
      'a list for an object',
      transaction(',"context":[]'),
      'v2.transactionRoot.Transaction: v2.transaction.Context: readObjectStart: expect { or n,',
    ],
    [
      'a text for a list',
      span(',"links":"x"'),
      'v2.spanRoot.Span: v2.span.Links: []v2.spanLink: decode slice: expect [ or n,',
    ],
    [
      'a truth for a time',
      transaction(',"timestamp":true'),
      'v2.transactionRoot.Transaction: v2.transaction.Timestamp: invalid input type for timestamp',
    ],
    [
      'a day that does not exist',
      transaction(',"timestamp":"2026-02-30T00:00:00Z"'),
      'v2.transactionRoot.Transaction: v2.transaction.Timestamp: failed to parse the provided time string',
    ],
    [
      'a header without value',
      transaction(',"context":{"request":{"method":"GET","headers":{"a":null}}}'),
      'v2.transactionRoot.Transaction: v2.transaction.Context: v2.context.Request: v2.contextRequest.Headers: invalid input for HTTPHeader value type: <nil>',
    ],
    ['a line cut short', '{"transaction":{"id":"1"', 'v2.transactionRoot.Transaction: struct Decode: expect },'],
    [
      'a comma too many',
      transaction(','),
      'v2.transactionRoot.Transaction: v2.transaction.ReadString: expects " or n,',
    ],
  ])('refuses %s in the words of its decoder', (_name, line, problem) => {
    expect(errorOf(line)).toBe(`decode error: data read error: ${problem}`);
  });

  test('shows where in the line a number went wrong', () => {
    expect(errorOf('{"transaction":{"span_count":{"started":1.0}}}')).toBe(
      'decode error: data read error: v2.transactionRoot.Transaction: v2.transaction.SpanCount: v2.transactionSpanCount.Started: assertInteger: can not decode float as int, error found in #10 byte of ...|started":1.0}}}|..., bigger context ...|{"transaction":{"span_count":{"started":1.0}}}|...',
    );
  });

  test('quotes bytes that are not UTF-8 and keeps them apart from a real U+FFFD', () => {
    const line = Buffer.concat([Buffer.from('{"a'), Buffer.from([0xff]), Buffer.from('\ufffd":1}')]);

    const { decoder } = decode(Buffer.concat([Buffer.from(`${METADATA}\n`), line, Buffer.from('\n')]));

    expect(decoder.errors[0]?.message).toBe('did not recognize object type: "a\\xff\ufffd"');
    expect(decoder.errors[0]?.document).toBe('{"a\udcff\ufffd":1}');
  });
});

describe('the size of a line', () => {
  const filled = (length: number): string => {
    const empty = '{"log":{"message":""}}';
    return empty.replace('""', `"${'x'.repeat(length - empty.length)}"`);
  };

  test.each([
    ['with its newline exactly at the limit', `${filled(199)}\n`, 1, []],
    ['one byte above it', `${filled(200)}\n`, 0, ['event exceeded the permitted size']],
    ['below it without a newline', filled(199), 1, []],
    ['at it without a newline', filled(200), 0, ['event exceeded the permitted size']],
  ])('%s', (_name, line, accepted, messages) => {
    const { decoder, batches } = decode(`${METADATA}\n${line}`, 200);

    expect(batches.flat()).toHaveLength(accepted);
    expect(decoder.errors.map(({ message }) => message)).toEqual(messages);
  });
});

describe('the events that come out', () => {
  const only = (line: string): IncomingEvent[] => decode(`${METADATA}\n${line}\n`).batches.flat();

  test('carry what the store looks for, and their document without the key that opened the line', () => {
    const [event] = only(transaction(',"name":"GET /","outcome":"success","timestamp":"2026-01-01T00:00:00.25Z"'));

    expect(event).toMatchObject({
      kind: 'transaction',
      name: 'GET /',
      traceId: '2',
      id: '1',
      durationMs: 1,
      outcome: 'success',
    });
    expect(event?.timestampUs).toBe(Date.parse('2026-01-01T00:00:00.25Z') * 1000);
    expect(event?.document).toMatchObject({ id: '1', span_count: { started: 0 } });
  });

  test('are named after what a person looks for', () => {
    expect(only('{"error":{"id":"1","log":{"message":"from a log"}}}')[0]?.name).toBe('from a log');
    expect(only('{"error":{"id":"1","exception":{"type":"TypeError"}}}')[0]?.name).toBe('TypeError');
    expect(only('{"metricset":{"samples":{"cpu":{"value":1},"memory":{"value":2}}}}')[0]?.name).toBe('cpu, memory');
    expect(only('{"log":{"message":"said","trace":{"id":"t9"}}}')[0]).toMatchObject({ name: 'said', timestampUs: 7 });
  });

  test('leave out a metricset of a transaction that the real server drops in silence', () => {
    const { decoder, batches } = decode(
      `${METADATA}\n{"metricset":{"transaction":{"name":"a"},"samples":{"x":{"value":1}}}}\n`,
    );

    expect([batches, decoder.status]).toEqual([[], 202]);
  });

  test('unpack the spans of a browser transaction, each with its parent', () => {
    const line =
      '{"x":{"id":"1","tid":"2","t":"page-load","d":9,"yc":{"sd":2},"y":[{"n":"a","t":"b","id":"s1","d":1,"s":0},{"n":"c","t":"d","id":"s2","d":1,"s":2,"pi":0}]}}';

    expect(
      only(line).map(({ kind, id, parentId, traceId, timestampUs }) => [kind, id, parentId, traceId, timestampUs]),
    ).toEqual([
      ['transaction', '1', null, '2', 7],
      ['span', 's1', '1', '2', 7],
      ['span', 's2', 's1', '2', 2007],
    ]);
  });

  test('take ECS fields of a log nested or flat, and refuse a line number that is none', () => {
    expect(errorOf('{"log":{"message":"a","log":{"level":"warn","origin":{"file":{"line":3}}}}}')).toBeNull();
    expect(errorOf('{"log":{"message":"a","log":{"origin":{"file":{"line":1.5}}}}}')).toBe(
      'log: ecsloglogfields: strconv.ParseInt: parsing "1.5": invalid syntax',
    );
    expect(errorOf(`{"log":{"message":"a","log":{"level":"${'x'.repeat(1025)}"}}}`)).toBe(
      "validation error: log: ecsloglogfields: 'log.level': validation rule 'maxLength(1024)' violated",
    );
  });
});
