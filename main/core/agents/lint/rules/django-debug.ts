import type { Rule } from '../lint-types.ts';

/** Django's own switch, which the agent looks at (a name at the start of a line, as in every settings.py). */
const DEBUG_ON = /^DEBUG\s*=\s*True\b/m;
const IS_DJANGO = /elasticapm\.contrib\.django/;

/** An agent that is wired right and sends nothing all the same, because its application is being developed. */
export const djangoDebug: Rule = {
  id: 'django-debug',
  summary: 'While Django’s DEBUG is on, the agent for Python sends nothing unless it is told to.',
  source: 'reference/agents.md §10 no. 7; elastic-apm 6.26.2: elasticapm/contrib/django/apps.py',
  check: ({ text, meant }) => {
    if (!DEBUG_ON.test(text) || !IS_DJANGO.test(text)) return [];
    const own = meant.filter(({ written }) => written.agents.includes('python'));
    const [first] = own;
    const isTold = meant.some(
      ({ written }) =>
        written.lookup === 'ELASTIC_APM_DEBUG' || (written.agents.includes('python') && written.lookup === 'DEBUG'),
    );
    if (first === undefined || isTold) return [];
    const message =
      'DEBUG is on, and while it is the agent sends nothing. Set "DEBUG": True in ELASTIC_APM as well, or ELASTIC_APM_DEBUG=true where the application starts, if it is to report from here.';
    return [{ at: first, severity: 'warning' as const, message, edits: [] }];
  },
};
