/** One cell of the table of log phrases (reference/agents.md §6): what an agent writes of one failure, as it writes it. */
export interface LoggedRow {
  readonly failure: string;
  readonly agent: string;
  readonly line: string;
  /** What it is taken for; the first is the likeliest, and several are no more than possible. */
  readonly codes: readonly string[];
  /** Ids of agents that write the same to the letter, so that nobody can tell them apart by it. */
  readonly alike?: readonly string[];
  /** What the words tell beyond the code. */
  readonly tells?: RegExp;
}

type Cell = readonly [line: string, codes: string | readonly string[], more?: Pick<LoggedRow, 'alike' | 'tells'>];

/** The row of one failure, by agent. */
export function rowsOf(failure: string, cells: Readonly<Record<string, Cell | readonly Cell[]>>): LoggedRow[] {
  return Object.entries(cells).flatMap(([agent, given]) => {
    const several = (Array.isArray(given[0]) ? given : [given]) as readonly Cell[];
    return several.map(([line, codes, more = {}]) => ({
      failure,
      agent,
      line,
      codes: typeof codes === 'string' ? [codes] : codes,
      ...more,
    }));
  });
}

const AT = '2026-11-23T12:00:00.000Z';

/** A line of the Node.js agent: ECS as JSON on stdout. */
export function nodejs(message: string): string {
  return JSON.stringify({
    'log.level': 'error',
    '@timestamp': AT,
    'log.logger': 'elastic-apm-node',
    'ecs.version': '8.10.0',
    message,
  });
}

/** What the Python agent says of a request that failed, with the format that logging.basicConfig sets. */
export function python(reason: string): string {
  return `ERROR:elasticapm.transport:Failed to submit message: ${JSON.stringify(reason)}`;
}

export function pythonUnreachable(cause: string): string {
  const url = 'https://localhost:8200/intake/v2/events';
  return python(
    `Unable to reach APM Server: HTTPSConnectionPool(host='localhost', port=8200): Max retries exceeded with url: /intake/v2/events (Caused by ${cause}) (url: ${url})`,
  );
}

/** A line of the Java agent, by the short name of the class that writes it. */
export function java(level: 'ERROR' | 'WARN', writer: string, message: string): string {
  return `2026-11-23 12:00:00,000 [elastic-apm-server-reporter] ${level.padEnd(5)} co.elastic.apm.agent.report.${writer} - ${message}`;
}

export function javaUnavailable(reason: string): string {
  return java(
    'WARN',
    'ApmServerHealthChecker',
    `Elastic APM server https://localhost:8200/ is not available (${reason})`,
  );
}

/** What the Go agent writes into its log file of a request that failed; the URL is quoted once more, as JSON does. */
export function go(reason: string, scheme = 'https'): string {
  return goLine(
    `request failed: sending event request failed: Post "${scheme}://localhost:8200/intake/v2/events": ${reason} (next request in ~1s)`,
  );
}

export function goLine(message: string): string {
  return JSON.stringify({ level: 'debug', time: AT, message });
}

/** The Ruby agent shows what was raised with Ruby's `inspect`, twice. */
export function ruby(raised: string): string {
  return `E, [2026-11-23T12:00:00.000000 #4711] ERROR -- : [ElasticAPM] Couldn't establish connection to APM Server:\n${JSON.stringify(raised)}`;
}

export function rubyAnswered(body: object): string {
  return `E, [2026-11-23T12:00:00.000000 #4711] ERROR -- : [ElasticAPM] APM Server responded with an error:\n${JSON.stringify(JSON.stringify(body))}`;
}

/** A warning of the .NET agent with the exception below it. */
export function dotnet(outer: string, inner: string): string {
  return [
    '[2026-11-23 12:00:00.000 +00:00][Warning] - {PayloadSenderV2} Failed sending events. Following events were not transferred successfully to the server (https://localhost:8200/):',
    `System.Net.Http.HttpRequestException: ${outer}`,
    ` ---> ${inner}`,
  ].join('\n');
}

export function dotnetAnswered(status: string, reason: string): string {
  return `[2026-11-23 12:00:00.000 +00:00][Error] - {PayloadSenderV2} Failed sending event. Events intake API absolute URL: https://localhost:8200/intake/v2/events. APM Server response: status code: ${status}, reasons: ${reason}`;
}

/** A line of the PHP agent about a request that libcurl gave up, in the system's log. */
export function php(reason: string): string {
  return `Nov 23 12:00:00 shop php-fpm[4711]: [PID: 4711] [ERROR] [Backend-Comm] [backend_comm.cpp:463] Sending events to APM Server failed; URL: \`https://localhost:8200/intake/v2/events'; error message: \`${reason}'; curl info: libcurl/7.88.1`;
}

export function phpAnswered(status: number): string {
  return `Nov 23 12:00:00 shop php-fpm[4711]: [PID: 4711] [ERROR] [Backend-Comm] [backend_comm.cpp:482] Sent events to APM Server. Response HTTP code: ${status}. URL: \`https://localhost:8200/intake/v2/events'.`;
}
