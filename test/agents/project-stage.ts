import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { expect, type TestContext } from 'vitest';
import type { Snippet } from '../../main/contract/index.ts';
import { recordRun } from '../support/agent-runs.ts';
import { type GoProgram, installGo } from '../support/install-go.ts';
import { plainEnvironment, type RunningSealwire } from '../support/running-sealwire.ts';

/** What a person follows: the form of one agent's snippet, and what the run of it is recorded under. */
export interface Followed {
  readonly agent: string;
  readonly as: string;
  readonly framework: string;
  /** Left out for the newest that the catalogue knows. */
  readonly agentVersion?: string;
}

/** An empty project in which a person follows one snippet; gone, with what was started in it, when its test ends. */
export interface Project {
  readonly folder: string;
  /** Writes the files of the snippet. */
  snippet(): Promise<Snippet>;
  /** Types the commands of a snippet but for the first, with the programs of `folders` on the PATH. */
  type(lines: readonly string[], folders: readonly string[], more?: Readonly<Record<string, string>>): void;
  /** Asks an application that prints `listening PORT` for one order; what starts it may put something before the line, and goes on printing. */
  order(): Promise<void>;
  /** Resolves once the agent reports, and notes it. */
  reports(how?: string): Promise<void>;
}

/** Opens a project for one form of a snippet. */
export function openProject(
  sealwire: RunningSealwire,
  { onTestFinished }: Pick<TestContext, 'onTestFinished'>,
  { agent, as, framework, agentVersion }: Followed,
): Project {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'sealwire-forms-')));
  const service = `${agent}-${framework}-by-${as}`;
  let child: ChildProcess | null = null;
  onTestFinished(async () => {
    if (child?.pid !== undefined && child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit');
      process.kill(-child.pid, 'SIGTERM');
      await ended;
    }
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    folder,
    async snippet() {
      const words = ['agent', 'show', agent, '--as', as, '--framework', framework, '--shell', 'bash'];
      const exact = agentVersion === undefined ? [] : ['--agent-version', agentVersion];
      // A file of the project is where the token is written by hand, so this form asks for it in clear.
      const reveal = as === 'dotenv' ? ['--reveal'] : [];
      const { stdout, stderr } = await sealwire.cli([...words, '--service', service, ...exact, ...reveal, '--json']);
      expect(stderr).toBe('');
      const snippet: Snippet = JSON.parse(stdout);
      for (const { path, content } of snippet.files) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), content);
      }
      return snippet;
    },
    type(lines, folders, more = {}) {
      const plain = plainEnvironment(sealwire.home);
      const PATH = [...folders, dirname(process.execPath), plain.PATH].join(delimiter);
      const hurry = { ELASTIC_APM_API_REQUEST_TIME: '1s', ELASTIC_APM_CLOUD_PROVIDER: 'none' };
      child = spawn('bash', ['-ec', lines.slice(1).join('\n')], {
        cwd: folder,
        env: { ...plain, ...sealwire.env, ...hurry, ...more, PATH },
        stdio: ['ignore', 'pipe', 'inherit'],
        detached: true,
      });
    },
    async order() {
      const port = await new Promise<string>((resolve, reject) => {
        let output = '';
        child?.stdout?.on('data', (chunk: Buffer) => {
          output += chunk.toString();
          const found = /\blistening (\d+)\r?\n/.exec(output)?.[1];
          if (found !== undefined) resolve(found);
        });
        child?.once('exit', () => reject(new Error(`the application ended before it was listening: ${output}`)));
      });
      expect((await fetch(`http://127.0.0.1:${port}/orders/1`)).status).toBe(200);
    },
    async reports(how = 'over HTTP') {
      const seen = await sealwire.service(service, ({ counts }) => counts.transaction > 0);
      expect(seen.steps.map(({ step, state }) => `${step} ${state}`)).toEqual([
        'reached ok',
        'encrypted ok',
        'trusted ok',
        'authorised ok',
        'identified ok',
        'reporting ok',
      ]);
      expect(seen.tls?.version).toBe('TLSv1.3');
      const version = seen.agent?.version ?? null;
      recordRun({ agent, version, form: as, framework, how, wrong: null, stoppedAt: null, code: null });
    },
  };
}

/** Where this machine's Go keeps modules and what it built, so that a home of its own does not make it begin anew. */
export function goPlaces(): Record<string, string> {
  const home = process.env.HOME ?? '';
  return {
    GOPATH: process.env.GOPATH ?? join(home, 'go'),
    GOCACHE: process.env.GOCACHE ?? join(home, '.cache', 'go-build'),
    // As the application of the other tests was built, so that it is not compiled a second time.
    GOFLAGS: '-mod=mod -trimpath',
    CGO_ENABLED: '0',
  };
}

/** The program that the snippets of Go name for a `.env` file, in the version that they name. */
export function installGodotenv(): GoProgram {
  return installGo('agents', 'godotenv', 'github.com/joho/godotenv/cmd/godotenv', {
    'go.mod': 'module example.test/tools\n\ngo 1.21\n\nrequire github.com/joho/godotenv v1.5.1\n',
  });
}
