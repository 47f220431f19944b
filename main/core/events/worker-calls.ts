import { setFlagsFromString } from 'node:v8';
import { type MessagePort, type Transferable, Worker, type WorkerOptions } from 'node:worker_threads';

/* Calls into a worker thread and their answers, beside whatever else the two sides tell each other. */

type CallTable<Calls> = { readonly [Name in keyof Calls]: { readonly input: unknown; readonly output: unknown } };

interface CallMessage {
  readonly call: number;
  readonly name: string;
  readonly input: unknown;
}

interface AnswerMessage {
  readonly answer: number;
  readonly output?: unknown;
  readonly failure?: { readonly message: string; readonly errcode: unknown };
}

export interface WorkerLink<Calls, Message> {
  call<Name extends keyof Calls & string>(name: Name, input: Inputs<Calls>[Name]): Promise<Outputs<Calls>[Name]>;
  tell(message: Message, transfer?: readonly Transferable[]): void;
  /** Ends the thread after what it was told so far; one that dies over that has ended too. */
  close(): Promise<void>;
  /** Ends the thread in the middle of whatever it does. */
  terminate(): Promise<void>;
}

/** Bodies come and go within milliseconds; more room for what is young makes a thread larger, and nothing faster. */
const YOUNG_MB = 8;
/** V8 lets a heap with a limit below 1 GB grow in smaller steps, which is 40 MB less after a million events; no body needs as much. */
const OLD_MB = 1000;

/**
 * V8 counts the memory of buffers when it decides that a heap has grown, so that a thread through which bodies flow marked its whole heap five times a second, and others of V8's
 * threads with it: a fifth of all the time. From a heap of this size on it has every reason to. What is given is not taken before it is needed.
 */
const FIRST_HEAP_MB = 40;

type Inputs<Calls> = { [Name in keyof Calls]: Calls[Name] extends { readonly input: infer Input } ? Input : never };
type Outputs<Calls> = { [Name in keyof Calls]: Calls[Name] extends { readonly output: infer Output } ? Output : never };

/**
 * Starts the worker `name` of this folder. Resolves when it reports that it is ready, rejects with the error it could not start for.
 * A worker that dies later rejects all open calls, and `didDie` is called once. A call to one that is dead rejects.
 */
export async function openWorker<Calls extends CallTable<Calls>, Message, Report>(options: {
  readonly name: string;
  /** Folder of its source beside this one; this one where it is left out. */
  readonly folder?: string;
  readonly start: unknown;
  /** What of `start` is given away. */
  readonly transfer?: readonly Transferable[];
  didReport(report: Report): void;
  didDie(error: Error): void;
}): Promise<WorkerLink<Calls, Message>> {
  const file = workerFile(options.name, options.folder);
  if (file.pathname.endsWith('.ts')) keepStrippingSafe();
  // Read when a heap is made, so it holds for the threads alone.
  setFlagsFromString(`--initial-heap-size=${FIRST_HEAP_MB}`);
  const worker = newWorker(file, {
    workerData: options.start,
    transferList: [...(options.transfer ?? [])],
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB, maxOldGenerationSizeMb: OLD_MB },
  });
  const open = new Map<number, { resolve(output: unknown): void; reject(error: Error): void }>();
  let calls = 0;
  let state: 'starting' | 'running' | 'closing' | 'dead' = 'starting';

  const isDead = (): boolean => state === 'dead';
  const call = (name: string, input: unknown): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (state === 'dead') {
        reject(new Error(`the worker ${options.name} has ended`));
        return;
      }
      calls += 1;
      open.set(calls, { resolve, reject });
      worker.postMessage({ call: calls, name, input } satisfies CallMessage);
    });
  const die = (error: Error): void => {
    const before = state;
    state = 'dead';
    for (const { reject } of open.values()) reject(error);
    open.clear();
    // One that never was ready has rejected, and an error is followed by the exit.
    if (before === 'running') options.didDie(error);
  };

  worker.on('message', (message: AnswerMessage | Report) => {
    if (!isAnswer(message)) {
      options.didReport(message);
      return;
    }
    const waiting = open.get(message.answer);
    open.delete(message.answer);
    if (message.failure === undefined) waiting?.resolve(message.output);
    else waiting?.reject(Object.assign(new Error(message.failure.message), { errcode: message.failure.errcode }));
  });
  const ended = Promise.withResolvers<void>();
  worker.on('error', die);
  worker.on('exit', () => {
    die(new Error(`the worker ${options.name} has ended`));
    ended.resolve();
  });

  const ready = Promise.withResolvers<unknown>();
  open.set(0, ready);
  await ready.promise;
  state = 'running';
  return {
    // The table of calls is one type on both sides, so an answer has the type that its name promises.
    call: (name, input) => call(name, input) as Promise<never>,
    tell: (message, transfer = []) => worker.postMessage(message, [...transfer]),
    async close() {
      if (state !== 'running') return;
      state = 'closing';
      await call('close', null).catch((error: unknown) => {
        // One that died meanwhile has ended too.
        if (!isDead()) throw error;
      });
      await ended.promise;
    },
    async terminate() {
      state = 'closing';
      await worker.terminate();
    },
  };
}

/** Node 22 calls node:sqlite experimental on stderr, which is the person's terminal. */
const QUIET = '--disable-warning=ExperimentalWarning';

/** With the options of this process, as far as a thread may have any: those of V8 hold for all threads anyway, and are refused here. */
function newWorker(file: URL, options: WorkerOptions): Worker {
  try {
    return new Worker(file, { ...options, execArgv: [...process.execArgv, QUIET] });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_INVALID_EXEC_ARGV')) throw error;
    return new Worker(file, { ...options, execArgv: [QUIET] });
  }
}

/**
 * Node strips types with WebAssembly, once in each thread. V8 13.6 and 14 may abort the whole process while one thread replaces the wrapper of a WebAssembly
 * import that another still uses (nodejs/node#64500; seen in Runtime_TierUpWasmToJSWrapper), so wrappers stay as they are. A bundle strips nothing.
 */
function keepStrippingSafe(): void {
  setFlagsFromString('--wasm-wrapper-tiering-budget=2147483647');
}

/**
 * The worker's side: answers calls through `handlers`, hands everything else to `didHear`, and says that it is ready. After the answer to `close`, the last
 * one, it listens no more, so that the thread ends by itself.
 */
export function serveCalls<Calls extends CallTable<Calls>, Message>(
  port: MessagePort,
  handlers: {
    [Name in keyof Calls]: (input: Inputs<Calls>[Name]) => Outputs<Calls>[Name] | Promise<Outputs<Calls>[Name]>;
  },
  didHear: (message: Message) => void,
): void {
  const answer = async ({ call, name, input }: CallMessage): Promise<void> => {
    try {
      // The table of calls is one type on both sides, so a name comes with the input that its handler takes.
      const handle = handlers[name as keyof Calls] as (input: unknown) => unknown;
      port.postMessage({ answer: call, output: await handle(input) } satisfies AnswerMessage);
      if (name === 'close') port.close();
    } catch (error) {
      // Structured cloning keeps no own properties of an error, and SQLite's code is one.
      const errcode = error instanceof Error && 'errcode' in error ? error.errcode : undefined;
      const message = error instanceof Error ? error.message : String(error);
      port.postMessage({ answer: call, failure: { message, errcode } } satisfies AnswerMessage);
    }
  };
  port.on('message', (message: CallMessage | Message) => {
    if (isCall(message)) void answer(message);
    else didHear(message);
  });
  port.postMessage({ answer: 0 } satisfies AnswerMessage);
}

/** The folder of a bundle that was built from these very sources, where tests run beside one: a thread starts five times as fast from it. Nothing else defines it. */
declare const SEALWIRE_THREADS: string | undefined;

/** Sources run as they are, by type stripping; in a built bundle the workers lie beside it as JavaScript. */
function workerFile(name: string, folder = 'events'): URL {
  if (typeof SEALWIRE_THREADS !== 'undefined') return new URL(`${name}.js`, SEALWIRE_THREADS);
  return new URL(import.meta.url.endsWith('.ts') ? `../${folder}/${name}.ts` : `./${name}.js`, import.meta.url);
}

function isAnswer(message: unknown): message is AnswerMessage {
  return typeof message === 'object' && message !== null && 'answer' in message;
}

function isCall(message: unknown): message is CallMessage {
  return typeof message === 'object' && message !== null && 'call' in message;
}
