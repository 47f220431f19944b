import type { CommandContext, CommandMeta } from '../../command.ts';
import { plain } from '../../table.ts';

export const meta: CommandMeta = {
  summary: 'Say how to change the token of a real server without losing an event; changes nothing',
  words: ['URL'],
  examples: [
    ['sealwire token plan https://apm.example.com:8200', 'the steps in their order, with this Sealwire as the bridge'],
  ],
};

/** Prints the plan for the services that are known here. */
export async function run({ given, output, connect }: CommandContext): Promise<undefined> {
  const [server = ''] = given.words;
  const plan = await (await connect()).call('token.plan', { server });
  output.answer(plan, ({ steps }) =>
    steps.flatMap(({ title, text, commands }, at) => [
      ...(at === 0 ? [] : ['']),
      output.paint.strong(plain(`${at + 1}. ${title}`)),
      plain(`   ${text}`),
      ...commands.map((line) => output.paint.good(plain(`     ${line}`))),
    ]),
  );
}
