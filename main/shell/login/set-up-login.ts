import { app } from 'electron';
import { realHost } from '../../core/host/real-host.ts';
import type { ShellParts } from '../parts.ts';
import { AT_LOGIN, changeLogin } from './login-change.ts';

/** The function that turns *start at login* on and off on this machine. */
export function setUpLogin(parts: ShellParts): (isOn: boolean) => Promise<void> {
  const host = realHost();
  const items = {
    set: (isOn: boolean) => app.setLoginItemSettings({ openAtLogin: isOn, args: [AT_LOGIN] }),
  };
  const program = process.env.APPIMAGE ?? process.execPath;
  return (isOn) => changeLogin({ platform: parts.platform, host, program, items, call: parts.core.call }, isOn);
}

/** Whether the system started the app at login: macOS says so itself, elsewhere our argument does. */
export function wasOpenedAtLogin(platform: ShellParts['platform']): boolean {
  return platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin;
}
