import { join } from 'node:path';
import { asSealwireError, type ChangedTopic, type Handlers, type Push } from '../contract/index.ts';
import { openAgentConfigBook } from './agent-config/agent-config-book.ts';
import { createAgents } from './agents/agents.ts';
import { loadCatalogue } from './agents/catalogue.ts';
import { writeTruststore } from './agents/java/write-truststore.ts';
import { ownCertificates } from './agents/own-certificates.ts';
import { type Folders, isUsualHome } from './host/folders.ts';
import type { Host } from './host/host.ts';
import { openLedger } from './ledger/ledger.ts';
import { createLive, type LiveOptions } from './live/live.ts';
import { type Log, openLog } from './log/log.ts';
import { agentProcedures } from './procedures/agent-procedures.ts';
import { type AppControl, type AppFacts, appProcedures } from './procedures/app-procedures.ts';
import { canaryProcedure } from './procedures/canary-procedure.ts';
import { certificateProcedures } from './procedures/certificate-procedures.ts';
import { configProcedures } from './procedures/config-procedures.ts';
import { doctorProcedures } from './procedures/doctor-procedures.ts';
import { controlEndpoint, type EndpointOverrides } from './procedures/endpoint-control.ts';
import { endpointProcedures } from './procedures/endpoint-procedures.ts';
import { evidenceProcedures } from './procedures/evidence-procedures.ts';
import { keepRenewed } from './procedures/keep-renewed.ts';
import { ledgerProcedures } from './procedures/ledger-procedures.ts';
import { loginProcedure } from './procedures/login-procedure.ts';
import { probeProcedure } from './procedures/probe-procedure.ts';
import { withRumRules } from './procedures/rum-rules.ts';
import { securityProcedures } from './procedures/security-procedures.ts';
import { serverProcedures } from './procedures/server-procedures.ts';
import { statusOf } from './procedures/status.ts';
import { tokenProcedures } from './procedures/token-procedures.ts';
import { trustProcedures } from './procedures/trust-procedures.ts';
import { wakeProcedure } from './procedures/wake-procedure.ts';
import { type RelayWish, readRelayTarget } from './relay/read-target.ts';
import type { ServerFile } from './server/read-server-file.ts';
import { servedCaOf } from './server/served-ca.ts';
import { openPreferences } from './settings/preferences.ts';
import { openSecurity } from './workspace/security.ts';

export interface CoreOptions {
  readonly host: Host;
  readonly folders: Folders;
  readonly workspace: string;
  readonly facts: AppFacts;
  readonly control: AppControl;
  readonly endpoint: EndpointOverrides;
  /** The real server's settings file, where one is in force for this run. */
  readonly serverFile?: ServerFile | undefined;
  /** The server that everything is passed on to for this run, where there is one. */
  readonly relay?: { readonly wish: RelayWish; readonly limitBytes: number } | undefined;
  /** Whether there is a person to ask where secrets should live. */
  readonly isInteractive: boolean;
}

/** Everything that Sealwire does, behind one handler a procedure. Nothing listens until `endpoint.start` or `init.run` is called. */
export interface Core {
  readonly handlers: Handlers;
  listen(listener: (push: Push) => void): () => void;
  /** Stops the endpoint, lets what is being stored be stored, and gives every file back. */
  close(): Promise<void>;
}

/**
 * Composes the parts. The event store, evidence and endpoint are opened when they are first needed, so that a command that only reads a
 * token does not pay for them. Rejects where the data folder cannot be used.
 */
export async function createCore(options: CoreOptions): Promise<Core> {
  const { host, folders, facts, control, serverFile = null } = options;
  const listeners = new Set<(push: Push) => void>();
  const push = (pushed: Push): void => {
    for (const listener of listeners) listener(pushed);
  };

  const didChange = (what: ChangedTopic[]): void => push({ topic: 'changed', what });

  const preferences = openPreferences(host, folders);
  const ledger = openLedger(host, folders);
  const catalogue = await loadCatalogue();
  const security = await openSecurity({
    host,
    folders,
    workspace: options.workspace,
    preferences,
    isInteractive: options.isInteractive,
    didChange: (what) => {
      push({ topic: 'changed', what });
      const identity = live.opened()?.rehearsal.identity() ?? security.identity();
      if (identity !== null) live.opened()?.endpoint.present(identity);
      if (what.includes('certificates')) void renewer.look();
    },
  });
  const log = openLog(host, folders, () => [
    ...security.tokenBook.accepted().map(({ value }) => value),
    ...(serverFile?.settings.auth.secretToken ? [serverFile.settings.auth.secretToken] : []),
  ]);
  const servedCa = servedCaOf(serverFile, () => security.caPath(), host.disk);
  const servedCaPath = (): string | null => servedCa().path;
  const agents = createAgents({
    catalogue,
    host,
    endpointUrl: () => endpoint.url(),
    caPath: servedCaPath,
    unknownIssuer: () => servedCa().unknownIssuer,
    auth: () => options.endpoint.auth,
    command: facts.command,
    home: isUsualHome(host, folders.home) ? null : folders.home,
    startedIn: facts.startedIn,
    truststore: (cacerts) => writeTruststore(host, { folder: folders.trust, caPath: servedCaPath() ?? '', cacerts }),
    ownCertificates: () => ownCertificates(security, serverFile?.tls?.identity?.chainPem ?? null),
    workspace: options.workspace,
  });
  const agentConfig = openAgentConfigBook(host, join(folders.workspaces, options.workspace), () =>
    push({ topic: 'changed', what: ['configuration'] }),
  );
  const live = createLive({
    host,
    folders,
    security,
    preferences,
    catalogue,
    agents,
    log,
    push,
    didListen: () => void renewer.look(),
    agentConfig: agentConfig.source,
    serverFile,
    relay: relayOf(options),
    servedCaPath,
  });
  const endpoint = controlEndpoint({ live, security, preferences, overrides: options.endpoint });
  const renewer = keepRenewed({
    host,
    security,
    log,
    isNeeded: () => live.opened()?.endpoint.state().listening === true,
  });
  const status = statusOf({
    host,
    folders,
    facts,
    security,
    preferences,
    ledger,
    agentConfig,
    live,
    endpoint,
    serverFile,
  });

  const close = async (): Promise<void> => {
    push({ topic: 'stopping' });
    renewer.close();
    await live.close();
    await security.close();
  };

  const trust = trustProcedures({
    host,
    folders,
    startedIn: facts.startedIn,
    security,
    ledger,
    catalogue,
    didChange,
  });
  const recovered = await trust.recover().catch((error: unknown) => {
    // What it is about is said again by whatever changes that store next.
    log.write('Java’s copy of the system store could not be put back', { why: asSealwireError(error).message });
    return false;
  });
  if (recovered) log.write('Java’s copy of the system store was cut short and is put back');
  const changes = ledgerProcedures({
    host,
    folders,
    ledger,
    script: facts.script,
    undoers: trust.undoers,
    planUndo: trust.planUndo,
    didChange,
  });

  const handlers: Handlers = {
    ...appProcedures({
      host,
      folders,
      facts,
      control,
      security,
      agents,
      log,
      ledger: changes.keeper,
      leftByHand: trust.leftByHand,
      status: () => status({}),
      release: () => live.close(),
    }),
    ...tokenProcedures({ host, security, agents, live, serverFile }),
    ...securityProcedures(security, preferences, endpoint, didChange),
    ...certificateProcedures({
      host,
      security,
      startedIn: facts.startedIn,
      javaKeystore: trust.javaKeystore,
      push,
    }),
    ...changes.handlers,
    ...loginProcedure(host, ledger, didChange),
    ...wakeProcedure(live, renewer, didChange),
    ...endpointProcedures(endpoint, live),
    ...evidenceProcedures(live, catalogue, agents.wiring),
    ...canaryProcedure({ live, security, agents, catalogue, serverFile }),
    ...trust.handlers,
    ...configProcedures(agentConfig, catalogue, live),
    ...agentProcedures(agents, catalogue, security, options.endpoint.auth, { host, folders, ledger, didChange }),
    ...serverProcedures({
      host,
      folders,
      ledger,
      security,
      didChange,
      serverSettings: () => withRumRules(options.endpoint, preferences.get().rum),
    }),
    ...probeProcedure({ host, version: facts.version, security, servedCaPath, endpoint, auth: options.endpoint.auth }),
    ...doctorProcedures({ host, version: facts.version, security, catalogue, push }),
    status,
  };

  return {
    handlers: loggingDefects(handlers, log),
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close,
  };
}

/** A server that was handed over with Sealwire's own certificates is trusted without being told to. */
function relayOf({ relay, endpoint, host, folders, workspace }: CoreOptions): LiveOptions['relay'] {
  if (relay === undefined) return null;
  const own = host.disk.read(join(folders.workspaces, workspace, 'ca.pem'))?.toString('utf8') ?? null;
  return { target: readRelayTarget(relay.wish, own), limitBytes: relay.limitBytes, isDurable: endpoint.durable };
}

/** A failure that Sealwire has no entry for is a defect: what it was stands in the log, for the report. */
function loggingDefects(handlers: Handlers, log: Log): Handlers {
  const entries = Object.entries(handlers).map(([name, handler]) => [
    name,
    (input: never) =>
      handler(input).catch((error: unknown) => {
        if (asSealwireError(error).code === 'INTERNAL') log.write('defect', { procedure: name, why: String(error) });
        throw error;
      }),
  ]);
  return Object.fromEntries(entries);
}
