'use strict';
// One order makes a server span with a child, an exception, a log record and a metric; everything else is said by OTEL_ variables.
const { createServer } = require('node:http');
const { NodeSDK } = require('@opentelemetry/sdk-node');
const { logs, metrics, SpanKind, trace } = require('@opentelemetry/api');

const sdk = new NodeSDK();
sdk.start();

const tracer = trace.getTracer('orders');
const orders = metrics.getMeter('orders').createCounter('orders.taken');
const logger = logs.getLogger('orders');

const server = createServer((request, response) => {
  tracer.startActiveSpan(`GET ${request.url}`, { kind: SpanKind.SERVER }, (span) => {
    tracer.startActiveSpan('SELECT orders', { kind: SpanKind.CLIENT, attributes: { 'db.system': 'sqlite' } }, (child) =>
      child.end(),
    );
    span.recordException(new TypeError('no such order'));
    logger.emit({ severityNumber: 9, severityText: 'INFO', body: 'an order was taken' });
    orders.add(1, { route: '/orders' });
    span.end();
  });
  response.end('ok');
});
server.listen(0, '127.0.0.1', () => console.log(`listening ${server.address().port}`));

process.on('SIGTERM', () => {
  // An exporter that is refused must not keep the application.
  sdk.shutdown().then(
    () => process.exit(0),
    () => process.exit(0),
  );
});
