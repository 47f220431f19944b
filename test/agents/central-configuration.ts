import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, onTestFinished, test } from 'vitest';
import type { Push, Service, StoredEvent } from '../../main/contract/index.ts';
import { type Core, createCore } from '../../main/core/core.ts';
import { DEFAULT_SERVER_SETTINGS } from '../../main/core/endpoint/server-settings.ts';
import { foldersOf } from '../../main/core/host/folders.ts';
import { realHost } from '../../main/core/host/real-host.ts';
import { plainEnvironment } from '../support/running-sealwire.ts';
import { tempHome } from '../support/temp-security.ts';
import type { AgentUnderTest } from './agent-under-test.ts';
import { startApplication } from './application.ts';

/** The shortest pace at which both agents ask; anything less they take for this (reference/agents.md §4). */
const SHORTEST_PACE_S = 5;

/** One agent that changes an option while its application runs, because it was set centrally. */
export function describeCentralConfiguration(agent: AgentUnderTest): void {
  describe(`the real ${agent.id} agent under central configuration`, () => {
    let core: Core | null = null;
    afterEach(async () => {
      await core?.close();
      core = null;
    });

    test('takes transaction_sample_rate over while it runs, and is seen to have done so', async () => {
      const home = tempHome();
      core = await openCore(home);
      const { handlers } = core;
      const service = `${agent.id}-central`;
      const { transactions, stored } = followTransactions(core);
      const reached = followState(core);
      const { env } = await handlers['agent.show']({
        agent: agent.id,
        as: 'env',
        framework: agent.framework,
        service,
        reveal: true,
      });
      await agent.prepare?.(async (cacerts) => {
        const mergeWith = { name: 'cacerts', base64: readFileSync(cacerts).toString('base64') };
        const { files } = await handlers['certificate.export']({ what: 'ca', format: 'jks', mergeWith });
        const folder = join(foldersOf(`${home}/data`).workspaces, 'default');
        for (const { name, base64 } of files) writeFileSync(join(folder, name), Buffer.from(base64, 'base64'));
      });
      const application = await startApplication(agent.wired, {
        cwd: agent.cwd,
        env: {
          ...plainEnvironment(home),
          ...env,
          ...agent.loading,
          ...agent.spare,
          ELASTIC_APM_API_REQUEST_TIME: '1s',
        },
      });
      onTestFinished(() => application.end());
      const setRate = async (rate: string): Promise<void> => {
        const wasApplied = reached('sent').then(() => reached('applied'));
        await handlers['config.set']({ service, environment: null, settings: { transaction_sample_rate: rate } });
        await wasApplied;
      };

      await application.order('before');
      await stored('before');
      await setRate('0');
      for (const order of ['muted-1', 'muted-2', 'muted-3']) await application.order(order);
      await setRate('1');
      const [entry] = (await handlers['config.list']({})).entries;
      const seen = await confirmed(core, service, entry?.etag ?? '');
      const [applied] = entry?.options[0]?.agents ?? [];
      expect(applied).toMatchObject({ service, state: 'applied', sentAt: expect.any(String) });
      // The agent named the tag before that was told of its connection.
      expect(Date.parse(seen)).toBeGreaterThanOrEqual(Date.parse(applied?.appliedAt ?? ''));
      await application.order('after');
      // Agents send in order: what was recorded before this one is there when this one is.
      await stored('after');

      const sampled = transactions.filter(isSampled).map(orderOf);
      expect(sampled).toEqual(expect.arrayContaining(['before', 'after']));
      expect(sampled.filter((order) => order?.startsWith('muted'))).toEqual([]);
    }, 120_000);
  });
}

/** A core whose endpoint is set to have agents ask as often as they would at most. */
async function openCore(home: string): Promise<Core> {
  const core = await createCore({
    host: realHost({ HOME: home, PATH: process.env.PATH }),
    folders: foldersOf(`${home}/data`),
    workspace: 'default',
    facts: { version: '0.0.0', home: `${home}/data`, startedIn: home, command: 'sealwire', script: '/sealwire' },
    control: { stop: () => undefined, link: () => null },
    endpoint: {
      port: 0,
      auth: 'token',
      durable: false,
      server: { ...DEFAULT_SERVER_SETTINGS, agentConfigCacheExpirationS: SHORTEST_PACE_S },
    },
    isInteractive: true,
  });
  const passphrase = 'correct horse';
  await core.handlers['init.run']({ vault: 'passphrase', passphrase, constraints: true, domains: [], listen: true });
  return core;
}

/** Every transaction that was stored, and a wait for that of one order. */
function followTransactions(core: Core): { transactions: StoredEvent[]; stored(order: string): Promise<void> } {
  const transactions: StoredEvent[] = [];
  const waiting = new Set<() => void>();
  core.listen((push) => {
    if (push.topic !== 'events') return;
    transactions.push(...push.events.filter(({ kind }) => kind === 'transaction'));
    for (const look of waiting) look();
  });
  return {
    transactions,
    stored: (order) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!transactions.some((event) => orderOf(event) === order)) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
  };
}

/** A wait for the one entry to be in that state with the one agent. */
function followState(core: Core): (wanted: 'sent' | 'applied') => Promise<void> {
  return (wanted) =>
    new Promise((resolve, reject) => {
      const stop = core.listen((push: Push) => {
        if (push.topic !== 'changed' || !push.what.includes('configuration')) return;
        core.handlers['config.list']({}).then(({ entries }) => {
          if (entries[0]?.agents[0]?.state !== wanted) return;
          stop();
          resolve();
        }, reject);
      });
    });
}

/** When the agent of a service named that tag, as soon as the service says so. */
function confirmed(core: Core, service: string, etag: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const look = ({ service: name, configuration }: Service): void => {
      if (name !== service || configuration?.etag !== etag || configuration.echoedAt === null) return;
      stop();
      resolve(configuration.echoedAt);
    };
    const stop = core.listen((push: Push) => {
      if (push.topic === 'service') look(push.service);
    });
    core.handlers['service.list']({}).then(({ services }) => services.forEach(look), reject);
  });
}

/** A transaction that does not say so is sampled, and the Go agent never says so (reference/intake-protocol.md: absent means true). */
function isSampled({ document }: StoredEvent): boolean {
  if (typeof document !== 'object' || document === null) return false;
  return !('sampled' in document) || document.sampled === true;
}

/** The order that a transaction was for, by the address that it recorded; null for others. */
function orderOf({ document }: StoredEvent): string | null {
  return /\/orders\/([a-z0-9-]+)/.exec(JSON.stringify(document))?.[1] ?? null;
}
