import { win32 } from 'node:path';
import { z } from 'zod';
import { fail } from '../../contract/index.ts';
import type { ExecResult, Host } from '../host/host.ts';

/** The person's own PATH in the Windows registry (`HKCU\Environment`), unexpanded, with the kind of value it is kept as. */
export interface UserPath {
  /** Null where the person has none. */
  readonly value: string | null;
  readonly kind: 'ExpandString' | 'String';
}

const registryAnswer = z.object({ value: z.string().nullable(), kind: z.enum(['ExpandString', 'String', 'None']) });

/**
 * PowerShell of Windows itself. Values go in by the environment and come out as JSON, so nothing of them is ever part of a script. `setx` is not used: it cuts
 * at 1024 characters. `[Environment]::SetEnvironmentVariable` alone would write REG_SZ, and `%USERPROFILE%` in a PATH would stop working, so the
 * registry is written with the kind it had, and an empty SetEnvironmentVariable then tells running programs (it broadcasts WM_SETTINGCHANGE).
 */
const READ = `
[Console]::OutputEncoding = New-Object System.Text.UTF8Encoding $false
$key = [Microsoft.Win32.Registry]::CurrentUser.OpenSubKey('Environment')
$value = $key.GetValue('Path', $null, 'DoNotExpandEnvironmentNames')
$kind = if ($null -eq $value) { 'None' } else { [string]$key.GetValueKind('Path') }
@{ value = $value; kind = $kind } | ConvertTo-Json -Compress
`;
const WRITE = `
$key = [Microsoft.Win32.Registry]::CurrentUser.OpenSubKey('Environment', $true)
$now = [string]$key.GetValue('Path', '', 'DoNotExpandEnvironmentNames')
if ($now -cne [string]$env:SEALWIRE_PATH_BEFORE) { exit 9 }
if ([string]$env:SEALWIRE_PATH_AFTER -eq '') { $key.DeleteValue('Path', $false) }
else { $key.SetValue('Path', $env:SEALWIRE_PATH_AFTER, [Microsoft.Win32.RegistryValueKind]$env:SEALWIRE_PATH_KIND) }
$key.Close()
[Environment]::SetEnvironmentVariable('SEALWIRE_PATH_CHANGED', $null, 'User')
`;
const CHANGED_MEANWHILE = 9;
const TIMEOUT_MS = 30_000;

/** Reads it; throws `COMMAND_REFUSED` where Windows does not tell. */
export async function readUserPath(host: Pick<Host, 'env' | 'exec'>): Promise<UserPath> {
  const result = await powershell(host, READ, {});
  if (result.code !== 0) throw refused('read', result);
  const { value, kind } = registryAnswer.parse(JSON.parse(result.stdout));
  return { value, kind: kind === 'None' ? 'ExpandString' : kind };
}

/** Writes it where it still is what `before` was, with the same kind of value. */
export async function writeUserPath(host: Pick<Host, 'env' | 'exec'>, before: UserPath, after: string): Promise<void> {
  const result = await powershell(host, WRITE, {
    SEALWIRE_PATH_BEFORE: before.value ?? '',
    SEALWIRE_PATH_AFTER: after,
    SEALWIRE_PATH_KIND: before.kind,
  });
  if (result.code !== 0) throw refused('change', result);
}

/** Whether a folder is one of those in a PATH; Windows looks at neither case nor a closing backslash. */
export function isInPath(path: string | null, folder: string): boolean {
  return entriesOf(path).some((entry) => isSame(entry, folder));
}

/** The PATH with the folder at its end; everything else stays to the letter. */
export function withFolder(path: string | null, folder: string): string {
  return path === null || path === '' ? folder : `${path}${path.endsWith(';') ? '' : ';'}${folder}`;
}

/** The PATH without the folder; everything else stays in its order. */
export function withoutFolder(path: string, folder: string): string {
  return path
    .split(';')
    .filter((entry) => !isSame(entry, folder))
    .join(';');
}

function entriesOf(path: string | null): string[] {
  return (path ?? '').split(';').filter((entry) => entry !== '');
}

function isSame(one: string, other: string): boolean {
  const plain = (path: string): string => path.trim().replace(/\\+$/, '').toLowerCase();
  return plain(one) === plain(other);
}

function powershell(
  host: Pick<Host, 'env' | 'exec'>,
  script: string,
  values: Readonly<Record<string, string>>,
): Promise<ExecResult> {
  const root = host.env.SystemRoot ?? 'C:\\Windows';
  const own = Object.entries(host.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return host.exec(
    win32.join(root, 'System32', 'WindowsPowerShell', 'v1.0', 'powershell.exe'),
    ['-NoLogo', '-NoProfile', '-NonInteractive', '-EncodedCommand', Buffer.from(script, 'utf16le').toString('base64')],
    { env: { ...Object.fromEntries(own), ...values }, timeoutMs: TIMEOUT_MS },
  );
}

function refused(verb: string, { code, failure, stderr }: ExecResult): Error {
  if (code === CHANGED_MEANWHILE) {
    return fail('COMMAND_REFUSED', {
      why: 'Your PATH was changed by another program at the same moment, so it was left alone.',
      fix: 'Try again.',
    });
  }
  return fail('COMMAND_REFUSED', {
    why: `Windows did not let Sealwire ${verb} your PATH: ${failure ?? (stderr.trim().split(/\.?\r?\n|\.$/)[0] || `PowerShell ended with ${code}`)}.`,
    fix: 'Add the folder by hand: Settings, System, About, Advanced system settings, Environment variables.',
  });
}
