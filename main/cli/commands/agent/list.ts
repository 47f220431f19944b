import type { CommandContext, CommandMeta } from '../../command.ts';
import { table } from '../../table.ts';

export const meta: CommandMeta = { summary: 'List the agents that Sealwire can wire, and the forms it writes' };

/** The catalogue with the forms and frameworks that `agent show` takes; under RUN the forms by which a real agent reported. */
export async function run({ output, connect }: CommandContext): Promise<undefined> {
  const answer = await (await connect()).call('agent.list', {});
  output.answer(answer, ({ agents }) =>
    table(
      ['AGENT', 'NAME', 'VERSION', 'FORMS', 'RUN', 'FRAMEWORKS'],
      agents.map(({ id, title, version, forms, frameworks }) => [
        id,
        title,
        version,
        forms.map((form) => form.as).join(' '),
        forms.flatMap(({ as, proven }) => (proven.by === 'run' ? [as] : [])).join(' ') || '-',
        frameworks.map((framework) => framework.id).join(' '),
      ]),
    ),
  );
}
