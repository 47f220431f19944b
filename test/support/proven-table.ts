import type { AgentRun } from '../../main/core/agents/agent-run.ts';
import type { AgentDefinition } from '../../main/core/agents/definition.ts';
import { FORMS } from '../../main/core/agents/forms/forms.ts';
import { provenOf } from '../../main/core/agents/proven.ts';

const MARKS = { run: 'by a run', source: 'by source', none: 'not proven' } as const;

const HEAD = `# What is proven of each agent

Made by \`npm run proven\` from what the tests of real agents saw when they passed; not written by hand.

- **by a run**: a real agent of that version, configured by the snippet of that form or started by \`sealwire run\`, reported over TLS.
- **by source**: its settings were read in the agent's own source, but no test ran an agent that was configured this way.
- **not proven**: a setting that it needs was neither read nor seen.

Tests of \`test/core/agents\` that follow snippets without TLS, and imitations of agents that cannot be had, count for nothing here.
`;

/** The document `PROVEN.md`: each agent by version and form, then every failure that was seen with its rung and diagnosis. */
export function provenTable(catalogue: readonly AgentDefinition[], runs: readonly AgentRun[]): string {
  const forms = catalogue.flatMap((definition) =>
    definition.forms.flatMap((as) => {
      const title = FORMS[as]?.title ?? as;
      const { by, versions } = provenOf(definition, as, { runs });
      if (versions.length === 0) return [[definition.title, title, MARKS[by], '', '']];
      // A line for each version, so that none seems to have been seen with the framework of another.
      return versions.map((version) => {
        const ofVersion = provenOf(definition, as, { runs: runs.filter((run) => run.version === version) });
        return [definition.title, title, MARKS[ofVersion.by], version, ofVersion.frameworks.join(', ')];
      });
    }),
  );
  const started = catalogue.flatMap(({ id, title }) => {
    const own = runs.filter(({ agent, form, wrong }) => agent === id && form === 'run' && wrong === null);
    return own.map(({ framework, how, version }) => [title, framework, how, version]);
  });
  const failures = catalogue.flatMap(({ id, title }) =>
    runs
      .filter(({ agent, wrong }) => agent === id && wrong !== null)
      .map(({ framework, how, version, wrong, stoppedAt, code }) => [
        title,
        framework,
        how,
        version,
        wrong ?? '',
        stoppedAt ?? '–',
        code ?? '–',
      ]),
  );
  return [
    HEAD,
    '## Forms\n',
    table(['Agent', 'Form', 'Proven', 'Version', 'Framework'], forms),
    '## Started by `sealwire run`, unchanged\n',
    table(['Agent', 'Framework', 'How', 'Version'], started),
    '## Failures\n',
    'Each by a real agent that was wired rightly but for this one thing. All but pages were then mended, and reported.\n',
    table(['Agent', 'Framework', 'How', 'Version', 'What was wrong', 'Stopped at', 'Diagnosis'], failures),
  ].join('\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const unique = [...new Set(rows.map(line))];
  return `${[line(head), `|${'---|'.repeat(head.length)}`, ...unique].join('\n')}\n`;
}
