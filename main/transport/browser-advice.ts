import type { Host } from '../core/host/host.ts';

/** What can be done about a link: open it here, only print it, or tell the person how to reach it from the machine they sit at. */
export type BrowserAdvice =
  | { readonly how: 'open' }
  | { readonly how: 'print'; readonly why: string }
  | { readonly how: 'tunnel'; readonly why: string; readonly command: string };

/** What stands in a command line as it is, in every shell. */
const PLAIN = /^[\w.:-]+$/;

/**
 * Decides from the environment alone. Over SSH a browser would open on the wrong screen, so the line for a tunnel is given, to the same
 * port on the other side because the carrier answers to no other; `SSH_CONNECTION` holds this machine's address as the client sees it
 * (sshd(8): client address, client port, server address, server port).
 */
export function browserAdvice(
  host: Pick<Host, 'platform' | 'env' | 'userName' | 'hostname'>,
  port: number,
): BrowserAdvice {
  const { env, platform } = host;
  if (isSet(env.SSH_CONNECTION) || isSet(env.SSH_TTY) || isSet(env.SSH_CLIENT)) {
    const [, , address = host.hostname, sshPort = '22'] = (env.SSH_CONNECTION ?? '').split(' ');
    const user = PLAIN.test(host.userName) ? host.userName : 'USER';
    const machine = PLAIN.test(address) ? address : 'HOST';
    const other = /^\d+$/.test(sshPort) && sshPort !== '22' ? `-p ${sshPort} ` : '';
    return {
      how: 'tunnel',
      why: 'Sealwire runs over SSH.',
      command: `ssh ${other}-L ${port}:127.0.0.1:${port} ${user}@${machine}`,
    };
  }
  if (platform === 'darwin' || platform === 'win32') return { how: 'open' };
  if (isSet(env.DISPLAY) || isSet(env.WAYLAND_DISPLAY)) return { how: 'open' };
  return { how: 'print', why: 'There is no display here.' };
}

/** A variable that is empty counts as not set, as it does for X11 and Wayland programs. */
function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '';
}
