import type { CommandContext, CommandMeta } from '../command.ts';
import { runChild } from '../run-child.ts';

export const meta: CommandMeta = {
  summary: 'Start a command already wired to the running Sealwire, without changing the application',
  words: ['-- COMMAND…'],
  options: {
    agent: {
      kind: 'value',
      value: 'AGENT',
      help: 'The agent, where the command does not tell; sealwire agent list names them',
    },
    service: { kind: 'value', value: 'NAME', help: 'Name of the service' },
    'read-log': {
      kind: 'flag',
      help: 'Read along with what the command writes, and say what its agent means when it cannot report; the command then writes to a pipe and not to the terminal',
    },
  },
  examples: [
    ['sealwire run -- node app.js', 'a Node.js application'],
    ['sealwire run --service shop -- flask run', 'a Flask application, under a name'],
    ['sealwire run --read-log -- ./shop', 'and with what its agent logs of its connection, and what mends it'],
    ['sealwire run -- http://localhost:3000', 'a page, in a browser of its own that trusts the endpoint'],
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
  const isRead = given.flag('read-log') === true;
  const plan = await client.call('agent.launch', {
    command: [...given.rest],
    cwd: program.workingFolder,
    env: definedOnly(host.env),
    agent: given.value('agent'),
    service: given.value('service'),
    readLog: isRead,
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
  const started = (pid: number) =>
    client.call('agent.launched', { pid, agent: plan.agent, service: plan.service, command: given.rest.join(' ') });
  // Whoever does not ask for it does not wait until it is loaded.
  const reader = isRead ? (await import('../explain-as-it-runs.ts')).explainAsItRuns(client, plan, output) : null;
  try {
    const code = await runChild(plan.command, mergedEnvironment(host.env, plan.env), started, reader?.readAlong);
    await reader?.finish();
    return code;
  } finally {
    if (plan.scratch !== null) host.disk.remove(plan.scratch);
  }
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
