import { describe, expect, test } from 'vitest';
import type { Host } from '../../main/core/host/host.ts';
import { realHost } from '../../main/core/host/real-host.ts';
import { controlAddress } from '../../main/transport/control-address.ts';
import { tempHome } from '../support/temp-home.ts';

const LONG = `/${'x'.repeat(200)}/control.sock`;

describe('the address of the control socket', () => {
  test.each<[NodeJS.Platform, number]>([
    ['linux', 107],
    ['darwin', 103],
    ['freebsd', 103],
  ])('on %s is its own path up to %i bytes', (platform, most) => {
    const tmp = tempHome().home;
    const host = machine({ platform, env: { TMPDIR: tmp } });
    const path = `/${'é'.repeat(10)}${'x'.repeat(most - 21)}`;

    expect(Buffer.byteLength(path)).toBe(most);
    expect(controlAddress(host, path)).toBe(path);
    expect(controlAddress(host, `${path}x`)).toMatch(new RegExp(`^${tmp}/sealwire-[0-9a-f]{16}/s$`));
  });

  test('goes to the first short folder that exists', () => {
    const tmp = tempHome().home;
    const env = { XDG_RUNTIME_DIR: '/nowhere/at/all', TMPDIR: tmp };

    const address = controlAddress(machine({ platform: 'linux', env }), LONG);

    expect(address).toMatch(new RegExp(`^${tmp}/sealwire-[0-9a-f]{16}/s$`));
    expect(realHost().disk.list(tmp)).toHaveLength(1);
  });

  test('is a pipe with a random name on Windows', () => {
    const host = machine({ platform: 'win32' });

    const names = [controlAddress(host, LONG), controlAddress(host, LONG)];

    for (const name of names) expect(name).toMatch(/^\\\\\.\\pipe\\sealwire-[0-9a-f]{32}$/);
    expect(names[0]).not.toBe(names[1]);
  });

  test('is refused with the way out where no folder is short enough', () => {
    const host = machine({ platform: 'linux', disk: { ...realHost().disk, facts: () => null } });

    expect(() => controlAddress(host, LONG)).toThrow(
      expect.objectContaining({ code: 'PATH_UNSAFE', fix: expect.stringContaining('--home') }),
    );
  });
});

function machine(facts: Partial<Host>): Host {
  return { ...realHost(), ...facts };
}
