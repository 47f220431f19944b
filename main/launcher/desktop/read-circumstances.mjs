import { existsSync } from 'node:fs';

/** Files that container engines leave inside: Docker, and Podman with what is built on it. */
const CONTAINER_FILES = ['/.dockerenv', '/run/.containerenv'];

/** Set by systemd-nspawn and Podman, Kubernetes, dev containers and Codespaces. */
const CONTAINER_NAMES = ['container', 'KUBERNETES_SERVICE_HOST', 'REMOTE_CONTAINERS', 'CODESPACES'];

/** What `chooseFace` goes by, apart from Electron itself, its sandbox and what is remembered of it. */
export function readCircumstances({
  platform = process.platform,
  env = process.env,
  userId = process.getuid?.(),
  fileExists = existsSync,
} = {}) {
  const isSsh = isSet(env.SSH_CONNECTION) || isSet(env.SSH_TTY);
  return {
    platform,
    isSsh,
    display: displayOf(platform, env, isSsh),
    isRoot: userId === 0,
    isContainer: CONTAINER_NAMES.some((name) => isSet(env[name])) || CONTAINER_FILES.some((path) => fileExists(path)),
    isCi: isSet(env.CI) && env.CI !== 'false' && env.CI !== '0',
  };
}

/**
 * `here`, `forwarded` or `none`. Over SSH only a display with a host in its name is forwarded (`localhost:10.0`, sshd's X11 forwarding): `:0` is the
 * screen of the far machine.
 */
function displayOf(platform, env, isSsh) {
  if (platform !== 'linux') return 'here';
  const isForwarded = /^[^:/]+:\d/.test(env.DISPLAY ?? '');
  if (isSsh) return isForwarded ? 'forwarded' : 'none';
  return isSet(env.DISPLAY) || isSet(env.WAYLAND_DISPLAY) ? 'here' : 'none';
}

function isSet(value) {
  return value !== undefined && value !== '';
}
