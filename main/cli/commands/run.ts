import type { CommandContext, CommandMeta } from '../command.ts';
import { runChild } from '../run-child.ts';

export const meta: CommandMeta = {
  summary: 'Start a command already wired to the running Sealwire, without changing the application',
  words: ['-- COMMAND…'],
  options: {
    agent: {
      kind: 'value',
      value: 'AGENT',
      help: 'The agent, where the command does not tell: go, java, nodejs, python, or otel- and one of them',
    },
    service: { kind: 'value', value: 'NAME', help: 'Name of the service' },
  },
  examples: [
    ['sealwire run -- node app.js', 'a Node.js application'],
    ['sealwire run --service shop -- flask run', 'a Flask application, under a name'],
  ],
};

/**
 * Exits as the command does (128 + n where signal n ended it). It needs a running instance, because the child outlives any endpoint that this
 * command could start for itself without leaving something behind. The secret token is in the child's environment alone.
 */
export async function run({
  given,
  output,
  program,
  host,
  connectRunning,
}: CommandContext): Promise<number | undefined> {
  const client = await connectRunning();
  const plan = await client.call('agent.launch', {
    command: [...given.rest],
    cwd: program.workingFolder,
    env: definedOnly(host.env),
    agent: given.value('agent'),
    service: given.value('service'),
  });
  for (const note of plan.notes) output.note(note);
  if (given.flag('dry-run') === true) {
    const { agent, service, command, notes } = plan;
    output.answer(
      { agent, service, command, variables: Object.keys(plan.env), notes, dryRun: true },
      ({ variables }) => [
        `Would start "${service}" (${agent}): ${command.join(' ')}`,
        `Would set: ${variables.join(', ')}`,
      ],
    );
    return undefined;
  }
  return runChild(plan.command, mergedEnvironment(host.env, plan.env), (pid) =>
    client.call('agent.launched', { pid, agent: plan.agent, service: plan.service, command: given.rest.join(' ') }),
  );
}

function definedOnly(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((pair): pair is [string, string] => pair[1] !== undefined));
}

/** Null takes a variable away. */
function mergedEnvironment(
  own: Readonly<Record<string, string | undefined>>,
  plan: Readonly<Record<string, string | null>>,
): Record<string, string> {
  const kept = Object.entries({ ...definedOnly(own), ...plan });
  return Object.fromEntries(kept.filter((pair): pair is [string, string] => pair[1] !== null));
}
