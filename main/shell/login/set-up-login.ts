import { app } from 'electron';
import { realHost } from '../../core/host/real-host.ts';
import type { ShellParts } from '../parts.ts';
import { AT_LOGIN, changeLogin, startsAtLogin } from './login-change.ts';

/** *Start at login* on this machine: how it stands there, and turning it on and off. */
export interface Login {
  isOn(): boolean;
  change(isOn: boolean): Promise<void>;
}

export function setUpLogin(parts: ShellParts): Login {
  const host = realHost();
  const items = {
    set: (isOn: boolean) => app.setLoginItemSettings({ openAtLogin: isOn, args: [AT_LOGIN] }),
    isOn: () => app.getLoginItemSettings({ args: [AT_LOGIN] }).openAtLogin,
  };
  const program = process.env.APPIMAGE ?? process.execPath;
  const options = { platform: parts.platform, host, program, items, call: parts.core.call };
  return { isOn: () => startsAtLogin(options), change: (isOn) => changeLogin(options, isOn) };
}

/** Whether the system started the app at login: macOS says so itself, elsewhere our argument does. */
export function wasOpenedAtLogin(platform: ShellParts['platform']): boolean {
  return platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin;
}
