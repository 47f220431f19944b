import { type Diagnosis, type Endpoint, STEPS } from '../../contract/index.ts';
import { sealwireLine } from '../agents/shell-dialect.ts';
import type { Reading } from '../evidence/ladder.ts';
import { advice, command, curesFor, nameOf, type Speaker } from './dialect.ts';
import type { DiagnosisCode } from './rule.ts';

/**
 * What is to be said of a service as a whole: the stop that stands, else Sealwire's own state where nothing can arrive, else what a ladder
 * that merely waits is waiting for. Null where nothing needs saying.
 */
export function diagnoseService(reading: Reading, endpoint: Endpoint | null, speaker: Speaker): Diagnosis | null {
  if (reading.stop !== null) return reading.stop.diagnosis;
  if (endpoint === null || !endpoint.listening) return stopped(endpoint, speaker);
  if (reading.height < 0) return nothingArrived(endpoint, speaker);
  const isWaitingForData = reading.height >= STEPS.indexOf('authorised') && reading.height < STEPS.indexOf('reporting');
  return isWaitingForData ? connectedNoData(speaker) : null;
}

function stopped(endpoint: Endpoint | null, { wiring }: Speaker): Diagnosis {
  const problem = endpoint?.problem ?? null;
  return made('ENDPOINT_STOPPED', {
    summary: 'The endpoint is stopped, so no agent can reach it.',
    cause: problem?.message ?? `Nothing listens on ${endpoint?.url ?? wiring.url}.`,
    confidence: 'probable',
    fixes: [
      ...(problem === null ? [] : [advice(problem.fix)]),
      command('Start the endpoint on Home, or type this.', sealwireLine(wiring, 'up')),
    ],
  });
}

function nothingArrived({ url }: Endpoint, speaker: Speaker): Diagnosis {
  return made('NOTHING_ARRIVED', {
    summary: `No connection has reached ${url} yet.`,
    cause: 'The application may not have started, its agent may not be loaded, or its server URL may lead elsewhere.',
    confidence: 'possible',
    fixes: curesFor(speaker, 'NOTHING_ARRIVED', [{ text: 'The server URL to use.', as: null, snippet: url }]),
  });
}

function connectedNoData(speaker: Speaker): Diagnosis {
  return made('CONNECTED_NO_DATA', {
    summary: `${nameOf(speaker)} is connected and let in; it has not sent an event yet.`,
    cause: 'Agents send when the application does something, and metrics about every 30 seconds.',
    confidence: 'probable',
    fixes: [
      advice('Use the application once, for example by opening one of its pages.'),
      ...curesFor(speaker, 'NOTHING_ARRIVED', []),
    ],
  });
}

function made(code: DiagnosisCode, rest: Omit<Diagnosis, 'code'>): Diagnosis {
  return { code, ...rest };
}
