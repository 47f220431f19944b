import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, realpathSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { SetupFailure } from './setup-failure.mjs';

const NETWORK =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|network request/;

/** A registry, or a proxy before it, whose certificate is signed by an authority that Node does not know. */
const UNTRUSTED =
  /SELF_SIGNED_CERT|UNABLE_TO_GET_ISSUER_CERT|UNABLE_TO_VERIFY_LEAF|CERT_UNTRUSTED|self[- ]signed certificate/;

/** Three tries within some ten seconds; npm's own patience is more than a minute of silence. */
const RETRIES = {
  npm_config_fetch_retries: '2',
  npm_config_fetch_retry_mintimeout: '1000',
  npm_config_fetch_retry_maxtimeout: '5000',
};

/**
 * Runs npm in `cwd` under the Node given and resolves with what it printed on stdout. Where it fails, throws a `SetupFailure` that says which of the usual
 * reasons it was; `purpose` completes "npm could not …".
 */
export async function runNpm(args, { root, cwd = root, node = process.execPath, purpose }) {
  const npm = findNpm();
  if (npm === null) {
    throw new SetupFailure(
      'npm is not on the PATH, and Sealwire needs it to set itself up.',
      'Install Node with npm, and start again.',
    );
  }
  const isScript = npm.endsWith('.js');
  const result = await run(isScript ? node : npm, isScript ? [npm, ...args] : args, {
    cwd,
    env: environmentFor(root, node),
    // Only a .cmd file has to go through a shell; none of the arguments comes from outside.
    shell: /\.(cmd|bat)$/i.test(npm),
  });
  if (result.code === 0) return result.stdout;
  throw explain(result.stderr, purpose);
}

/** The npm that started this process, else the one on the PATH, else the one that came with this Node; null where there is none. */
function findNpm() {
  const own = process.env.npm_execpath;
  if (own !== undefined && basename(own) === 'npm-cli.js' && existsSync(own)) return own;
  const names = process.platform === 'win32' ? ['npm.cmd'] : ['npm'];
  const candidates = (process.env.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .flatMap((folder) => names.map((name) => join(folder, name)));
  const onPath = candidates.find(isExecutable);
  const bin = dirname(process.execPath);
  const besideNode = [join(bin, '..', 'lib'), bin]
    .map((folder) => join(folder, 'node_modules', 'npm', 'bin', 'npm-cli.js'))
    .find((path) => existsSync(path));
  if (onPath === undefined) return besideNode ?? null;
  const target = realpathSync(onPath);
  return target.endsWith('.js') ? target : onPath;
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    // Not there, or not ours to run.
    return false;
  }
}

/** npm keeps its cache in the home folder; where there is none to write to, the clone has room for it. */
function environmentFor(root, node) {
  const home = process.env.HOME ?? process.env.USERPROFILE ?? '';
  const hasHome = home !== '' && isWritable(home);
  return {
    ...RETRIES,
    ...process.env,
    PATH: [dirname(node), process.env.PATH ?? ''].join(delimiter),
    ...(hasHome || process.env.npm_config_cache !== undefined ? {} : { npm_config_cache: join(root, '.cache', 'npm') }),
  };
}

function isWritable(folder) {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    // A home that does not exist, or belongs to somebody else.
    return false;
  }
}

function run(file, args, options) {
  return new Promise((resolve) => {
    const child = spawn(file, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.on('error', (error) => resolve({ code: null, stdout, stderr: error.message }));
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

function explain(stderr, purpose) {
  if (UNTRUSTED.test(stderr)) {
    return new SetupFailure(
      `npm could not ${purpose}: the certificate of the package registry, or of a proxy before it, is not trusted here.`,
      'Name the file with the authority of your network (npm config set cafile FILE, or NODE_EXTRA_CA_CERTS=FILE), and start again.',
    );
  }
  if (NETWORK.test(stderr)) {
    return new SetupFailure(
      `npm could not ${purpose}: the package registry cannot be reached from here.`,
      'Connect to the network, or point npm at a registry or proxy that you can reach (npm config set registry …, npm config set proxy …), and start again.',
    );
  }
  if (/ENOSPC/.test(stderr)) {
    return new SetupFailure(
      `npm could not ${purpose}: the disk is full.`,
      'Make some room (about 1 GB) and start again.',
    );
  }
  if (/EROFS|EACCES|EPERM/.test(stderr)) {
    return new SetupFailure(
      `npm could not ${purpose}: it may not write where it has to.`,
      'See that you may write to this folder and to your home folder (npm keeps its cache there), and start again.',
    );
  }
  const said = stderr.split('\n').filter((line) => /^npm (error|ERR!)/i.test(line) && !/complete log/i.test(line));
  const lines = (said.length === 0 ? stderr.trim().split('\n') : said).slice(0, 6).join('\n');
  return new SetupFailure(
    `npm could not ${purpose}. It said:\n${lines}`,
    'Mend that and start again; what was done so far is used.',
  );
}
