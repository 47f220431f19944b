// An ordinary Express application that knows nothing of Sealwire. It prints its port, and one line for each request it answered.
const express = require('express');
const http = require('node:http');

const app = express();

app.get('/inner', (_request, response) => response.json({ inner: true }));

app.get('/orders/:id', (request, response) => {
  http.get({ port: server.address().port, path: '/inner' }, (inner) => {
    inner.resume();
    inner.on('end', () => response.json({ order: request.params.id }));
  });
});

const server = app.listen(0, '127.0.0.1', () => console.log(`listening ${server.address().port}`));

// OpenTelemetry listens to the signal as well, and what listens to it is what ends the process.
process.on('SIGTERM', () => process.exit(0));
