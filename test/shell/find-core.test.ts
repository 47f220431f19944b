import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findCore } from '../../main/shell/core/find-core.ts';

type Look = ReturnType<Parameters<typeof findCore>[0]['lookAt']>;

const RESOURCES = join('/opt', 'Sealwire', 'resources');
const PROGRAM = join(RESOURCES, 'core', 'dist', 'cli', 'core.js');
const NODE = join(RESOURCES, 'node', 'node');

function found(looks: Readonly<Record<string, Look>>, change: Partial<Parameters<typeof findCore>[0]> = {}): unknown {
  return findCore({
    isPackaged: true,
    platform: 'linux',
    resources: RESOURCES,
    root: '/clone',
    node: undefined,
    lookAt: (path) => looks[path] ?? 'absent',
    ...change,
  });
}

const AGAIN = 'Install Sealwire again; what you made stays.';

describe('the core of a package', () => {
  test('runs on the Node beside it, and on no other', () => {
    const looks = { [NODE]: 'executable', [PROGRAM]: 'present', '/usr/bin/node': 'executable' } as const;

    expect(found(looks, { node: '/usr/bin/node' })).toEqual({ found: { node: NODE, program: PROGRAM } });
    expect(found({ [`${NODE}.exe`]: 'executable', [PROGRAM]: 'present' }, { platform: 'win32' })).toEqual({
      found: { node: `${NODE}.exe`, program: PROGRAM },
    });
  });

  test.each<[string, Readonly<Record<string, Look>>, string, string]>([
    ['Node is missing', { [PROGRAM]: 'present' }, `A part of Sealwire is missing: ${NODE}.`, AGAIN],
    ['the program is missing', { [NODE]: 'executable' }, `A part of Sealwire is missing: ${PROGRAM}.`, AGAIN],
    [
      'Node may not be run',
      { [NODE]: 'present', [PROGRAM]: 'present' },
      `${NODE} may not be run by you.`,
      'Install Sealwire again, or let your user run that file.',
    ],
  ])('of which %s is told in one sentence with one way on', (_, looks, message, fix) => {
    expect(found(looks)).toEqual({ problem: { message, fix, canRestart: true } });
  });
});

describe('the core of a clone', () => {
  const clone = { isPackaged: false, node: '/n/node' };
  const bundle = join('/clone', 'dist', 'cli', 'core.js');
  const source = join('/clone', 'main', 'entry', 'core.ts');

  test('is its bundle, else its sources, on the Node that the launcher chose', () => {
    const node = { '/n/node': 'executable' } as const;

    expect(found({ ...node, [bundle]: 'present', [source]: 'present' }, clone)).toMatchObject({
      found: { program: bundle },
    });
    expect(found({ ...node, [source]: 'present' }, clone)).toEqual({ found: { node: '/n/node', program: source } });
  });

  test('of which nothing is there is told with the way to get it back', () => {
    expect(found({ '/n/node': 'executable' }, clone)).toMatchObject({
      problem: { message: 'A part of Sealwire is missing in /clone.', fix: expect.stringContaining('git status') },
    });
  });
});
