import type { Framework } from '../definition.ts';

const install = 'npm install elastic-apm-node';

/** Frameworks of Node.js applications, in the order in which a project is searched for them: those built upon others come first. */
export const frameworks: readonly Framework[] = [
  { id: 'express', title: 'Express', markers: ['express'], start: 'node app.js', install },
  { id: 'fastify', title: 'Fastify', markers: ['fastify'], start: 'node app.js', install },
  { id: 'koa', title: 'Koa', markers: ['koa'], start: 'node app.js', install },
  { id: 'hapi', title: 'hapi', markers: ['@hapi/hapi'], start: 'node app.js', install },
  { id: 'nest', title: 'NestJS', markers: ['@nestjs/core'], start: 'node dist/main.js', install },
  { id: 'next', title: 'Next.js', markers: ['next'], start: 'npx next start', install },
  { id: 'plain', title: 'Plain Node.js', markers: [], start: 'node app.js', install },
  { id: 'esm', title: 'ES modules', markers: [], start: 'node app.mjs', install },
];

/** Frameworks that bring another with them, so that a project with both is one of these. */
export const WRAPPING = ['next', 'nest'];
