import type { Framework } from '../definition.ts';

/** Where the development servers of these frameworks show the page: Vite's, Angular's. */
const VITE = 'http://localhost:5173';
const ANGULAR = 'http://localhost:4200';

/** Kinds of pages, in the order in which a project is searched for them. Their `start` is the address at which the page is opened. */
export const frameworks: readonly Framework[] = [
  {
    id: 'react',
    title: 'React',
    markers: ['react'],
    start: VITE,
    install: 'npm install @elastic/apm-rum @elastic/apm-rum-react',
  },
  { id: 'vue', title: 'Vue', markers: ['vue'], start: VITE, install: 'npm install @elastic/apm-rum-vue' },
  {
    id: 'angular',
    title: 'Angular',
    markers: ['@angular/core'],
    start: ANGULAR,
    install: 'npm install @elastic/apm-rum-angular',
  },
  {
    id: 'plain',
    title: 'Plain JavaScript',
    markers: ['@elastic/apm-rum', 'vite'],
    start: VITE,
    install: 'npm install @elastic/apm-rum',
  },
  {
    id: 'script',
    title: 'Script tag',
    markers: [],
    start: 'http://localhost:3000',
    install: 'npm install @elastic/apm-rum',
  },
];

/** What is typed to serve the page; empty where that is left to a web server. */
export function serveLine({ id }: Framework): string {
  if (id === 'script') return '';
  return id === 'angular' ? 'npm start' : 'npm run dev';
}
