import type { Client } from '../../contract/client.ts';
import { fail } from '../../contract/errors.ts';
import type { Service } from '../../contract/shapes.ts';
import { STEPS, type Step } from '../../contract/steps.ts';
import type { CommandContext, CommandMeta } from '../command.ts';
import { timeSpan } from '../given.ts';
import { serviceLines } from '../ladder-lines.ts';

const DEFAULT_MS = 30_000;

export const meta: CommandMeta = {
  summary: 'Wait until a service has reached a step of its ladder',
  options: {
    service: { kind: 'value', value: 'NAME', help: 'The service; any one where it is left out' },
    step: { kind: 'value', value: 'STEP', help: 'The step (else reporting)', oneOf: STEPS },
    within: { kind: 'value', value: 'SPAN', help: 'How long to wait, such as 30s (the default) or 2m' },
  },
  examples: [['sealwire wait-for --service shop --within 1m', 'in CI, after the application was started']],
};

/** Prints the service as soon as it is there; exits 1 with `TIMED_OUT` and where the ladder stands otherwise. */
export async function run({ given, output, connectRunning }: CommandContext): Promise<undefined> {
  const name = given.value('service');
  const step = STEPS.find((each) => each === given.value('step')) ?? 'reporting';
  const withinMs = timeSpan(given, 'within') ?? DEFAULT_MS;
  const client = await connectRunning();
  const service = await serviceAt(client, { name, step, withinMs, within: given.value('within') ?? '30s' });
  output.answer(service, (shown) => serviceLines(shown, output.paint));
}

interface Goal {
  readonly name: string | undefined;
  readonly step: Step;
  readonly withinMs: number;
  readonly within: string;
}

/** Looks at every service that is pushed, and at all of them whenever pushes may have been missed. */
function serviceAt(client: Client, goal: Goal): Promise<Service> {
  return new Promise((resolve, reject) => {
    let last: Service | null = null;
    const end = (act: () => void): void => {
      clearTimeout(deadline);
      stop();
      act();
    };
    const consider = (service: Service): void => {
      if (goal.name !== undefined && service.service !== goal.name) return;
      last = service;
      if (service.steps.some(({ step, state }) => step === goal.step && state === 'ok')) end(() => resolve(service));
    };
    const lookAtAll = (): void => {
      client.call('service.list', {}).then(
        ({ services }) => services.forEach(consider),
        (error) => end(() => reject(error)),
      );
    };
    const deadline = setTimeout(() => end(() => reject(timedOut(goal, last))), goal.withinMs);
    const stop = client.listen((push) => {
      if (push.topic === 'service') consider(push.service);
      if (push.topic === 'changed' && push.what.includes('services')) lookAtAll();
      if (push.topic === 'stopping') end(() => reject(fail('CONNECTION_LOST', { why: 'Sealwire was stopped' })));
    });
    lookAtAll();
  });
}

function timedOut({ name, step, within }: Goal, last: Service | null): Error {
  const who = name === undefined ? 'any service' : `"${name}"`;
  const cure = last?.diagnosis?.fixes[0];
  return fail('TIMED_OUT', {
    what: `Reaching "${step}" by ${who}`,
    within,
    fix:
      last?.diagnosis == null
        ? 'See what arrived with `sealwire attempts list`, and where the ladder stands with `sealwire status`.'
        : `${last.diagnosis.summary} ${cure === undefined ? '' : `${cure.text} ${cure.snippet ?? ''}`}`.trim(),
  });
}
