import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { createInterface } from 'node:readline';

/** A real application under test: its process, its port, and everything it wrote. */
export interface Application {
  readonly pid: number;
  readonly port: number;
  output(): string;
  /** Resolves with what matches in everything it wrote, as soon as something does. */
  said(what: RegExp): Promise<string>;
  /** Asks it for one order, which makes one transaction with at least one span. */
  order(id: string): Promise<void>;
  end(): Promise<void>;
}

/** Starts `command` and waits until it printed `listening PORT`. */
export async function startApplication(
  command: readonly string[],
  options: { readonly env: Readonly<Record<string, string>>; readonly cwd: string },
): Promise<Application> {
  const [file = '', ...args] = command;
  const child = spawn(file, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const output: string[] = [];
  const written = new EventEmitter();
  child.stderr.on('data', (chunk: Buffer) => {
    output.push(chunk.toString());
    written.emit('more');
  });
  const port = await new Promise<number>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      output.push(`${line}\n`);
      written.emit('more');
      const match = /^listening (\d+)$/.exec(line);
      if (match) resolve(Number(match[1]));
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the application ended with ${code}: ${output.join('')}`)));
  });
  return {
    pid: child.pid ?? 0,
    port,
    output: () => output.join(''),
    said: async (what) => {
      for (;;) {
        const [found] = what.exec(output.join('')) ?? [];
        if (found !== undefined) return found;
        await once(written, 'more');
      }
    },
    order: async (id) => {
      const response = await fetch(`http://127.0.0.1:${port}/orders/${id}`);
      if (!response.ok) throw new Error(`the application answered ${response.status}`);
      await response.arrayBuffer();
    },
    end: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}
