import { readFileSync } from 'node:fs';
import { Agent } from 'node:https';
import { defineConfig } from 'vite';

export default defineConfig({
  server: {
    proxy: {
      '/otel': {
        target: {{URL}},
        rewrite: (path) => path.replace('/otel', ''),
        // Vite runs in Node.js and keeps the token; no page ever sees it.{{TOKEN_NOTE}}
        headers: { Authorization: `Bearer ${process.env.{{TOKEN}}}` },
        agent: new Agent({ ca: readFileSync({{CA_FILE}}) }),
      },
    },
  },
});
