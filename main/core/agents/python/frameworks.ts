import type { Framework } from '../definition.ts';

const install = 'python -m pip install elastic-apm';

/** Frameworks of Python applications, in the order in which a project is searched for them. */
export const frameworks: readonly Framework[] = [
  {
    id: 'flask',
    title: 'Flask',
    markers: ['flask'],
    start: 'flask run',
    install: 'python -m pip install "elastic-apm[flask]"',
  },
  { id: 'django', title: 'Django', markers: ['django'], start: 'python manage.py runserver', install },
  {
    id: 'fastapi',
    title: 'FastAPI or Starlette',
    markers: ['fastapi', 'starlette'],
    start: 'uvicorn app:app',
    install,
  },
  { id: 'aiohttp', title: 'aiohttp', markers: ['aiohttp'], start: 'python app.py', install },
  { id: 'tornado', title: 'Tornado', markers: ['tornado'], start: 'python app.py', install },
  { id: 'script', title: 'Plain script', markers: [], start: 'python app.py', install },
];

/** Frameworks that the agent's own `elasticapm-run` attaches to without a change to the code (the agent's docs/reference/wrapper-support.md). */
export const WRAPPED = ['flask', 'django'];
