import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Status } from '../../main/contract/index.ts';
import type { ExecResult } from '../../main/core/host/host.ts';
import type { CoreView } from '../../main/shell/status/core-view.ts';
import { serviceTitle } from '../../main/shell/status/service-name.ts';
import { type TrayMark, trayIcon, trayMark, trayTooltip } from '../../main/shell/tray/tray-mark.ts';
import { trayMenu } from '../../main/shell/tray/tray-menu.ts';
import { closingMeans, hasTray } from '../../main/shell/tray/tray-presence.ts';
import * as data from '../support/fake-data.ts';

const icons = resolve(import.meta.dirname, '..', '..', 'assets', 'icons', 'tray');

function viewOf(change: Partial<Status> = {}): CoreView {
  return { link: { state: 'open', problem: null }, status: { ...data.status, ...change } };
}

const lost: CoreView = {
  link: { state: 'lost', problem: { message: 'It died.', fix: 'Start it.', canRestart: true } },
  status: null,
};
const paused = { ...data.endpoint, listening: false, since: null };
const taken = { ...paused, problem: { code: 'PORT_TAKEN', message: 'Taken.', fix: 'Free it.' } };

describe('the tray', () => {
  test.each<[string, CoreView, TrayMark, RegExp]>([
    ['listens', viewOf(), 'listening', /listening on https:\/\/localhost:8200$/],
    ['is paused', viewOf({ endpoint: paused }), 'stopped', /paused$/],
    ['has nothing to listen with', viewOf({ initialised: false, endpoint: null }), 'stopped', /nothing is made secure/],
    ['cannot listen', viewOf({ endpoint: taken }), 'failures', /cannot listen$/],
    ['has lost the core', lost, 'failures', /not running$/],
    [
      'has a service that stopped',
      viewOf({ services: [{ ...data.service, stoppedAt: 'trusted' }] }),
      'failures',
      /one service needs attention$/,
    ],
  ])('that %s tells so by icon and tooltip', (_what, view, mark, tooltip) => {
    expect(trayMark(view)).toBe(mark);
    expect(trayTooltip(view)).toMatch(tooltip);
  });

  test('has an icon for every state, platform and resolution, each state of another shape', () => {
    const platforms = ['darwin', 'linux', 'win32'] as const;
    for (const platform of platforms) {
      const files = (['listening', 'failures', 'stopped'] as const).map((mark) =>
        join(icons, trayIcon(platform, mark)),
      );
      for (const file of files) expect(existsSync(file.replace(/\.png$/, '@2x.png'))).toBe(true);
      expect(new Set(files.map((file) => readFileSync(file, 'base64'))).size).toBe(3);
    }
  });

  test('offers at most eight services with their rung, the failing ones first', () => {
    const many = Array.from({ length: 10 }, (_, at) => ({
      ...data.service,
      service: `s${at}`,
      lastSeenAt: `2026-11-0${9 - Math.min(8, at)}`,
    }));
    const services = [...many, { ...data.service, service: 'ill', stoppedAt: 'trusted' as const }];

    const labels = trayMenu(viewOf({ services })).map((line) => line?.label);

    expect(labels.filter((label) => label?.includes(' · '))).toHaveLength(8);
    expect(labels.find((label) => label?.includes(' · '))).toBe('ill · stopped at "trusted"');
    expect(labels).toContain('s0 · reporting');
    expect(labels).toContain('3 more');
  });

  test('pauses what listens, resumes what does not, and can always be opened and quit', () => {
    const acts = (view: CoreView) => trayMenu(view).map((line) => line?.act?.kind);
    expect(acts(viewOf())).toEqual(expect.arrayContaining(['copy-url', 'copy-token', 'pause', 'open', 'quit']));
    expect(acts(viewOf({ endpoint: paused }))).toContain('resume');
    expect(acts(viewOf({ endpoint: paused }))).not.toContain('pause');
    expect(acts(lost)).toEqual(
      ['restart', undefined, 'open', 'quit'].flatMap((kind, at) => (at === 0 ? [undefined, kind] : [kind])),
    );
    expect(acts({ link: { state: 'opening', problem: null }, status: null })).not.toContain('copy-token');
  });

  test('shows a name that agents chose on one short line', () => {
    expect(serviceTitle('a\nb\u202Ec')).toBe('a b c');
    expect(serviceTitle('x'.repeat(100))).toHaveLength(48);
    expect(serviceTitle('\u0000')).toBe('Unidentified connections');
  });
});

describe('where there is a tray', () => {
  const answering = (stdout: string, code: number | null = 0) => ({
    exec: async (): Promise<ExecResult> => ({ code, stdout, stderr: '', failure: null }),
  });

  test.each([
    ['linux', answering('   boolean true'), {}, true],
    ['linux', answering('   boolean false'), { XDG_CURRENT_DESKTOP: 'KDE' }, false],
    ['linux', answering('', null), { XDG_CURRENT_DESKTOP: 'ubuntu:GNOME' }, true],
    ['linux', answering('', 1), { XDG_CURRENT_DESKTOP: 'GNOME' }, false],
    ['linux', answering('', 1), {}, false],
    ['win32', answering('', 1), {}, true],
    ['darwin', answering('', 1), {}, true],
  ] as const)('%s is told by the bus, else by the desktop (%#)', async (platform, host, env, expected) => {
    expect(await hasTray(platform, host, env)).toBe(expected);
  });

  test('closing the window stays in it, and quits where there is none or the person does not want it', () => {
    expect(closingMeans({ platform: 'linux', hasTray: true, staysInTray: true })).toBe('hide');
    expect(closingMeans({ platform: 'linux', hasTray: false, staysInTray: true })).toBe('close');
    expect(closingMeans({ platform: 'win32', hasTray: true, staysInTray: false })).toBe('close');
    expect(closingMeans({ platform: 'darwin', hasTray: true, staysInTray: false })).toBe('hide');
  });
});
