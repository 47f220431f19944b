import { fail, type Handlers } from '../../contract/index.ts';
import type { Folders } from '../host/folders.ts';
import type { Host } from '../host/host.ts';
import { removeOwnFiles } from '../host/own-files.ts';
import type { Log } from '../log/log.ts';
import type { Agents, Security } from '../parts.ts';
import { terminalAvailability, terminalPlans } from '../terminal/terminal.ts';
import type { LedgerKeeper } from './ledger-procedures.ts';

/** What the process around the core can do: end itself, and hand out a new link to the interface. */
export interface AppControl {
  stop(): void;
  /** A fresh single-use link, or null where no interface is served. */
  link(): string | null;
}

export interface AppFacts {
  readonly version: string;
  readonly home: string;
  readonly startedIn: string;
  /** How the `sealwire` command is typed here. */
  readonly command: string;
  /** The script that the command starts: in the clone, or in the installed package. */
  readonly script: string;
}

type Names = 'app.info' | 'app.stop' | 'app.open' | 'app.remove' | 'app.diagnostics' | 'terminal.run';

/** Procedures about Sealwire itself. */
export function appProcedures(parts: {
  readonly host: Host;
  readonly folders: Folders;
  readonly facts: AppFacts;
  readonly control: AppControl;
  readonly security: Security;
  readonly agents: Agents;
  readonly log: Log;
  readonly ledger: LedgerKeeper;
  /** What a person has to take back by hand, one line each. */
  leftByHand(): Promise<string[]>;
  status(): Promise<unknown>;
  /** Closes everything that holds a file in the data folder, so that the folder can go. */
  release(): Promise<void>;
}): Pick<Handlers, Names> {
  const { host, facts, control, security, log } = parts;
  return {
    'app.info': async () => ({
      version: facts.version,
      home: facts.home,
      startedIn: facts.startedIn,
      command: facts.command,
      platform: host.platform,
      hostname: host.hostname,
      user: host.userName,
      terminal: terminalAvailability(host),
    }),
    'app.stop': async () => {
      // The answer has to leave before the process does.
      setImmediate(control.stop);
      return { done: true };
    },
    'app.open': async () => ({ ui: control.link() }),
    'app.remove': async ({ confirm }) => {
      const plan = [
        ...security.removalPlan(),
        ...(await parts.ledger.undoable()).map(({ what, where }) => `Undo: ${what} (${where})`),
        ...(await parts.leftByHand()),
        `What Sealwire keeps in ${facts.home}, and the folder where nothing else is in it`,
      ];
      if (!confirm) return { removed: false, plan };
      await undoEverything(parts.ledger);
      await security.removeAll();
      await parts.release();
      removeOwnFiles(host.disk, parts.folders);
      setImmediate(control.stop);
      return { removed: true, plan };
    },
    'app.diagnostics': async () => {
      const { version } = facts;
      const content = {
        version,
        at: host.now().toISOString(),
        platform: `${host.platform} ${process.arch}`,
        node: process.version,
        openssl: process.versions.openssl,
        status: await parts.status(),
        log: log.tail(500),
      };
      return {
        filename: `sealwire-diagnostics-${host.now().toISOString().slice(0, 10)}.json`,
        content: `${JSON.stringify(content, null, 2)}\n`,
      };
    },
    'terminal.run': async ({ agent, framework, service, folder }) => {
      const { available, reason } = terminalAvailability(host);
      if (!available) throw fail('TERMINAL_MISSING', { why: reason });
      const command = await parts.agents.runCommand({ agent, framework, service });
      for (const plan of terminalPlans(host.platform, command, folder ?? facts.startedIn)) {
        if ((await host.launch(plan.file, plan.args)) === null) return { done: true };
      }
      throw fail('TERMINAL_MISSING', { why: 'No terminal program was found on the PATH.' });
    },
  };
}

/** Each change by itself. What cannot be taken back keeps everything else from being removed: without its entry in the ledger nobody would know of it. */
async function undoEverything(ledger: LedgerKeeper): Promise<void> {
  const problems: unknown[] = [];
  for (const { id } of await ledger.undoable()) await ledger.undo(id).catch((error: unknown) => problems.push(error));
  if (problems.length > 0) throw problems[0];
}
