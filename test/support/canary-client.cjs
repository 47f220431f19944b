// An application that sends one request over a new connection for each line on its standard input, and tells how it went.
const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const { createInterface } = require('node:readline');
const { connect } = require('node:tls');

const [, , mode, port, caFile, name] = process.argv;
const pinned = mode === 'pin' ? process.env.PINNED : null;
const { TOKEN: token } = process.env;
const body =
  `{"metadata":{"service":{"name":"${name}","agent":{"name":"nodejs","version":"4.18.0"}}}}\n` +
  `{"log":{"message":"hello"}}\n`;

createInterface({ input: process.stdin }).on('line', () => {
  const socket = connect({
    port: Number(port),
    host: '127.0.0.1',
    servername: 'localhost',
    ca: readFileSync(caFile),
    rejectUnauthorized: mode === 'verify',
    ...(mode === 'verify-tls12' ? { rejectUnauthorized: true, maxVersion: 'TLSv1.2' } : {}),
  });
  let told = false;
  const tell = (words) => {
    if (!told) console.log(words);
    told = true;
    socket.destroy();
  };
  socket.on('error', ({ code }) => tell(`error ${code}`));
  socket.on('close', () => tell('closed'));
  socket.on('secureConnect', () => {
    const { raw } = socket.getPeerCertificate();
    if (pinned !== null && createHash('sha256').update(raw).digest('hex') !== pinned) {
      tell('error PIN');
      return;
    }
    socket.write(
      `POST /intake/v2/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${token}\r\n` +
        `Content-Type: application/x-ndjson\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    );
  });
  socket.on('data', (data) => tell(data.toString('latin1').split('\r\n', 1)[0]));
});
