import type { Diagnosis, LadderStep, Service } from '../contract/shapes.ts';
import { moment } from './moments.ts';
import type { Paint } from './paint.ts';
import { plain, table } from './table.ts';

/** A word for each state of a rung; never a colour alone. */
const WORDS = { ok: 'ok', failed: 'failed', waiting: 'waiting', 'n/a': 'n/a' } as const;

/** The rungs under each other, each with its state and its evidence. */
export function ladderLines(steps: readonly LadderStep[], paint: Paint): string[] {
  const rows = steps.map(({ step, state, evidence }) => [`  ${step}`, stateWord(state, paint), evidence]);
  return table(['', '', ''], rows).slice(1);
}

/** One service: its name, its rungs, and where it stopped, why, and what mends it. */
export function serviceLines(service: Service, paint: Paint): string[] {
  const { agent, environment, diagnosis } = service;
  const about = [agent === null ? null : `${agent.name} ${agent.version}`, environment].filter((text) => text !== null);
  const name = paint.strong(plain(service.service ?? 'unidentified'));
  return [
    about.length === 0 ? name : `${name}  ${paint.dim(plain(about.join(', ')))}`,
    ...ladderLines(service.steps, paint),
    ...configurationLines(service),
    ...(diagnosis === null ? [] : diagnosisLines(diagnosis, paint)),
    ...(service.stoppedAt === null ? [] : [logLine(service.agentId)]),
  ];
}

/** When what is set centrally went out, and when its tag came back. */
function configurationLines({ configuration }: Service): string[] {
  if (configuration === null) return [];
  const { sentAt, echoedAt } = configuration;
  return [
    echoedAt === null
      ? `  Its central configuration was sent at ${moment(sentAt)}; its tag has not come back yet.`
      : `  It named the tag of its central configuration at ${moment(echoedAt)}.`,
  ];
}

/** Where the other end of a failure is told: `sealwire agent explain` reads what the agent itself has logged. */
export function logLine(agentId: string | null): string {
  const named = agentId === null ? '' : ` --agent ${agentId}`;
  return `  What the agent itself logged may tell more: sealwire agent explain FILE${plain(named)}`;
}

/** A diagnosis as a sentence, its cause, and the lines that mend it. */
export function diagnosisLines(diagnosis: Diagnosis, paint: Paint): string[] {
  const fixes = diagnosis.fixes.flatMap(({ text, snippet }) => [
    `  ${plain(text)}`,
    ...(snippet === null ? [] : snippet.split('\n').map((line) => `    ${paint.strong(plain(line))}`)),
  ]);
  return ['', paint.bad(plain(diagnosis.summary)), `${plain(diagnosis.cause)} (${diagnosis.confidence})`, ...fixes];
}

function stateWord(state: LadderStep['state'], paint: Paint): string {
  if (state === 'ok') return paint.good(WORDS.ok);
  if (state === 'failed') return paint.bad(WORDS.failed);
  return paint.dim(WORDS[state]);
}
