import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { PKILINT_PACKAGES } from '../lint/linters.ts';
import { installGo } from '../support/install-go.ts';
import { installPython } from '../support/install-python.ts';
import { compiledJava, javaRuntimes } from '../support/java-runtimes.ts';
import { isOnPath } from '../support/prepare-machine.ts';
import { chromiumStack } from './chromium-stack.ts';
import { nssStack } from './nss-stack.ts';
import { run } from './run-client.ts';
import type { Stack } from './stack.ts';

const FIXTURES = join(import.meta.dirname, 'fixtures');
const fixture = (name: string): string => join(FIXTURES, name);

/** Every stack that there is here, and those that are not by name. */
export function stacks(): readonly Stack[] {
  return [
    each('OpenSSL, strict', 'openssl', openssl),
    each('curl', 'curl', (url, root) => ['--silent', '--show-error', '--noproxy', '*', '--cacert', root, url]),
    each('wget', 'wget', (url, root) => ['-q', '-O', '-', '--no-proxy', '--tries=1', `--ca-certificate=${root}`, url]),
    ...versions('Node.js', ['node'], [process.execPath], [fixture('client.cjs')]),
    ...versions('Python', PYTHONS, globSync(`${process.env.HOME}/.pyenv/versions/3.1[1-9]*/bin/python3`), [
      fixture('client.py'),
    ]),
    pyca(),
    go(),
    ...javas(),
    ...versions('Ruby', ['ruby'], [], [fixture('client.rb')]),
    ...versions('PHP', ['php'], [], [fixture('client.php')]),
    rustls(),
    nssStack(),
    chromiumStack(),
  ];
}

const PYTHONS = ['python3', 'python3.11', 'python3.12', 'python3.13', 'python3.14'];

/** A program that is started once for each question, and ends with 0 where it accepts. */
function each(title: string, program: string, args: (url: string, root: string) => readonly string[]): Stack {
  if (!isOnPath(program)) return { title, problem: `this machine lacks ${program}` };
  return {
    title,
    ask: async (questions) => {
      const answers: string[] = [];
      for (const { url, root } of questions) {
        const { code, output } = await run(program, args(url, root));
        answers.push(code === 0 ? 'accepted' : (output.match(/^.*(?:verif|certificate).*$/im)?.[0] ?? output).trim());
      }
      return answers;
    },
  };
}

function openssl(url: string, root: string): readonly string[] {
  const { hostname, host } = new URL(url);
  const name = /^\d/.test(hostname)
    ? ['-verify_ip', hostname]
    : ['-verify_hostname', hostname, '-servername', hostname];
  return ['s_client', '-brief', '-x509_strict', '-verify_return_error', '-CAfile', root, ...name, '-connect', host];
}

/** A program that takes all questions as lines and answers each with a line. */
function lines(title: string, file: string, args: readonly string[]): Stack {
  return {
    title,
    ask: async (questions) => {
      const input = questions.map(({ url, root, chain }) => `${url}\t${root}\t${chain}\n`).join('');
      const { output } = await run(file, args, input);
      return output.trim().split('\n');
    },
  };
}

/** Every version of a program on the PATH or among `more`, each once. */
function versions(title: string, names: readonly string[], more: readonly string[], args: readonly string[]): Stack[] {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.endsWith('/shims'));
  const paths = folders.flatMap((folder) => globSync(names.map((name) => join(folder, name))));
  const files = [...new Set([...more, ...paths].map((path) => realpathSync(path)))];
  const found = new Map<string, string>();
  for (const file of files) {
    const version = versionOf(file);
    if (version !== null && !found.has(version)) found.set(version, file);
  }
  if (found.size === 0) return [{ title, problem: `this machine lacks ${names[0]}` }];
  return [...found]
    .sort(([one], [other]) => one.localeCompare(other, 'en', { numeric: true }))
    .map(([version, file]) => lines(`${title} ${version}`, file, args));
}

/** What it calls itself; null where it does not start, as the shim of a version that is not there. */
function versionOf(file: string): string | null {
  const { stdout } = spawnSync(file, ['--version'], { encoding: 'utf8' });
  return /\d+\.\d+(?:\.\d+)?/.exec(stdout)?.[0] ?? null;
}

function pyca(): Stack {
  const title = "pyca's cryptography";
  const python = installPython('lint', 'pkilint', PKILINT_PACKAGES);
  return 'problem' in python ? { title, ...python } : lines(title, python.python, [fixture('pyca.py')]);
}

function go(): Stack {
  const source = (name: string): string => readFileSync(join(FIXTURES, 'go-client', name), 'utf8');
  const program = installGo('go', 'client', '.', { 'go.mod': source('go.mod'), 'main.go': source('main.go') });
  return 'problem' in program ? { title: 'Go', ...program } : lines('Go', program.file, []);
}

function javas(): Stack[] {
  const runtimes = javaRuntimes();
  const classes = compiledJava(fixture('Client.java'), runtimes);
  if (classes === null) return [{ title: 'Java', problem: 'this machine lacks a JDK with javac' }];
  const options = ['-Xshare:auto', '-XX:TieredStopAtLevel=1', '-cp', classes, 'Client'];
  return runtimes.map(({ version, java }) => lines(`Java ${version}`, java, options));
}

/** The installer of Python packages that brings rustls: it asks the page for an index, and finds no package there. */
const UV = 'uv==0.13.8';

function rustls(): Stack {
  const title = 'rustls, in uv';
  const environment = installPython('acceptance', 'uv', [UV]);
  if ('problem' in environment) return { title, ...environment };
  const uv = join(environment.folder, 'bin', 'uv');
  return {
    title,
    ask: async (questions) => {
      const answers: string[] = [];
      for (const { url, root, wasAsked } of questions) {
        const index = ['--no-config', '--no-cache', '--default-index', url, '--python', environment.python];
        const { output } = await run(uv, ['pip', 'install', '--dry-run', ...index, 'sealwire-absent'], '', {
          SSL_CERT_FILE: root,
          UV_HTTP_RETRIES: '0',
        });
        answers.push(wasAsked() ? 'accepted' : (output.match(/^.*certificate.*$/im)?.[0] ?? output).trim());
      }
      return answers;
    },
  };
}
