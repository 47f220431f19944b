import type { KnownAgent } from '../diagnose/known-agent.ts';
import type { ConnectionOwner } from './facts.ts';
import type { IdentityHints } from './identity.ts';
import type { SocketOwner } from './owner-lookup.ts';
import { redactCommand } from './redact-command.ts';
import { type ServiceSum, sumOfExpected } from './service-sum.ts';

interface Launched {
  readonly pid: number;
  readonly agent: string;
  readonly service: string;
  readonly command: string;
  readonly sinceMs: number;
}

interface Launch extends Launched {
  /** One of its connections came; from then on the connections speak for themselves. */
  hasConnected: boolean;
}

interface OpenWiring {
  readonly agent: string;
  readonly service: string;
  readonly sinceMs: number;
}

export interface Expectations {
  launched(process: Launched): void;
  wire(wiring: OpenWiring | null): void;
  openWiring(): IdentityHints['wiring'];
  /** Puts a socket's owner down to the launch it belongs to, if any. */
  ownerOf(found: SocketOwner, agents: readonly KnownAgent[]): ConnectionOwner;
  /** The launch whose process says of itself, in its metadata, that it is `pid`; null where none was started under that id. */
  ownerNamed(pid: number): ConnectionOwner | null;
  /** Services that are expected and are not among `seen`. */
  unseen(seen: readonly ServiceSum[]): ServiceSum[];
  forget(service: string | null): void;
}

const MOST_LAUNCHED = 64;

/** What the person has set out to connect: processes started by `run`, and the wiring that is open on the Connect screen. */
export function createExpectations(): Expectations {
  let launched: Launch[] = [];
  let wiring: OpenWiring | null = null;

  return {
    launched: (process) => {
      const shown = { ...process, command: redactCommand(process.command.split(' ')), hasConnected: false };
      launched = [shown, ...launched.filter(({ pid }) => pid !== process.pid)].slice(0, MOST_LAUNCHED);
    },
    wire: (opened) => {
      wiring = opened;
    },
    openWiring: () => wiring,
    ownerOf: (found, agents) => {
      const isOpenTelemetry = found.isOpenTelemetry === true;
      const isLikely = ({ executable, insteadOf }: KnownAgent): boolean =>
        isOpenTelemetry === (insteadOf !== undefined) && found.executable.search(executable) >= 0;
      const guessed = agents.find(isLikely)?.id ?? null;
      const { pid, command, service, environment } = found;
      const own = launched.find((each) => each.pid === pid || found.ancestors.includes(each.pid));
      if (own === undefined) {
        return { pid, command, service, environment, agentId: guessed, isOpenTelemetry, via: 'socket' };
      }
      own.hasConnected = true;
      const named = service ?? own.service;
      return { pid, command, service: named, environment, agentId: guessed ?? own.agent, isOpenTelemetry, via: 'run' };
    },
    ownerNamed: (pid) => {
      const own = launched.find((each) => each.pid === pid);
      if (own === undefined) return null;
      own.hasConnected = true;
      const { command, service, agent: agentId } = own;
      return { pid, command, service, environment: null, agentId, via: 'run' };
    },
    unseen: (seen) => {
      const isSeen = (service: string): boolean => seen.some((each) => each.service === service);
      const started = launched
        .filter(({ service, hasConnected }) => !hasConnected && !isSeen(service))
        .map(({ pid, command, agent, service, sinceMs }) =>
          sumOfExpected({ service, agentId: agent, attribution: 'run', process: { pid, command }, sinceMs }),
        );
      if (wiring === null || isSeen(wiring.service)) return started;
      const { agent: agentId, service, sinceMs } = wiring;
      return [...started, sumOfExpected({ service, agentId, attribution: 'wiring', process: null, sinceMs })];
    },
    forget: (service) => {
      launched = launched.filter((each) => each.service !== service);
    },
  };
}
