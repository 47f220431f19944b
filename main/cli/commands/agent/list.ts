import type { CommandContext, CommandMeta } from '../../command.ts';
import { table } from '../../table.ts';

export const meta: CommandMeta = { summary: 'List the agents that Sealwire can wire, and the forms it writes' };

/** The catalogue with the forms and frameworks that `agent show` takes. */
export async function run({ output, connect }: CommandContext): Promise<undefined> {
  const answer = await (await connect()).call('agent.list', {});
  output.answer(answer, ({ agents }) =>
    table(
      ['AGENT', 'NAME', 'VERSION', 'FORMS', 'FRAMEWORKS'],
      agents.map(({ id, title, version, forms, frameworks }) => [
        id,
        title,
        version,
        forms.map((form) => form.as).join(' '),
        frameworks.map((framework) => framework.id).join(' '),
      ]),
    ),
  );
}
