import type { Client } from '../../contract/client.ts';
import type { CommandContext, CommandMeta } from '../command.ts';
import { diagnosisLines } from '../ladder-lines.ts';
import { readLog } from '../log-reader.ts';
import type { Output } from '../output.ts';
import { paintFor } from '../paint.ts';
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

/** Between the lines of a program nothing is painted, since it may be a file that they go to. */
const PLAIN = paintFor(false, {});

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
  const reader = isRead ? readLog(plan.phrases, explainer(client, plan, output)) : null;
  try {
    const code = await runChild(plan.command, mergedEnvironment(host.env, plan.env), started, reader?.readAlong);
    await reader?.finish();
    return code;
  } finally {
    if (plan.scratch !== null) host.disk.remove(plan.scratch);
  }
}

/** Says beside what the program writes what a line of its agent means, each meaning once. */
function explainer(
  client: Client,
  { agent, service }: { readonly agent: string; readonly service: string },
  output: Output,
): (line: string) => Promise<void> {
  const told = new Set<string>();
  return async (line) => {
    // Sealwire may have been stopped meanwhile, which is no reason to disturb the program that it had wired.
    const answer = await client.call('agent.logged', { agent, service, text: line }).catch(() => null);
    for (const { diagnosis } of answer?.said ?? []) {
      if (told.has(diagnosis.code)) continue;
      told.add(diagnosis.code);
      output.warned({ event: 'logged', agent, service, diagnosis }, () =>
        [
          '',
          `Sealwire read in the log of "${service}" (${agent}):`,
          ...diagnosisLines(diagnosis, PLAIN).slice(1),
          '',
        ].join('\n'),
      );
    }
  };
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
