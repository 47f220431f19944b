import { describe, expect, test } from 'vitest';
import { commandsOf, matching } from '../../../renderer/app/commands.ts';
import { SCREENS } from '../../../renderer/app/screens.tsx';
import { fakeUiCore } from '../../support/fake-ui-core.ts';
import { agents } from '../../support/fake-ui-data.ts';

const living = fakeUiCore('living').world.status;
const titles = (list: readonly { title: string }[]): string[] => list.map(({ title }) => title);

describe('the commands', () => {
  const all = commandsOf(living, agents);

  test('name every screen of the rail, every agent and every service', () => {
    const wanted = [
      ...SCREENS.filter(({ icon }) => icon !== null).map(({ title }) => title),
      'Connect Node.js',
      'Connect Python',
      'Apply the lines for Node.js to a project',
      'shop-web',
      'shop-api',
    ];

    expect(titles(all)).toEqual(expect.arrayContaining(wanted));
  });

  test('have each an id of their own', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  test('stop an endpoint that listens and start one that does not', () => {
    const stopped = { ...living, endpoint: living.endpoint === null ? null : { ...living.endpoint, listening: false } };

    expect(titles(all)).toContain('Stop the endpoint');
    expect(titles(commandsOf(stopped, agents))).toContain('Start the endpoint');
  });

  test('offer before the first click only what works then', () => {
    const before = titles(commandsOf(fakeUiCore('first-run').world.status, agents));

    expect(before).toEqual([
      'Make it secure',
      'Home',
      'Activity',
      'Settings',
      'Examine a server',
      'Save a diagnostics bundle',
      'Remove everything',
      'Light theme',
      'Dark theme',
      'System theme',
    ]);
  });
});

describe('typing in the palette', () => {
  const all = commandsOf(living, agents);

  test('finds by title, by further words, and by several words in any order', () => {
    expect(titles(matching(all, 'rotate'))).toEqual(['Rotate the secret token']);
    expect(titles(matching(all, 'typescript'))).toEqual(['Connect Node.js']);
    expect(titles(matching(all, 'python connect'))).toContain('Connect Python');
  });

  test('puts first what begins with the text', () => {
    expect(titles(matching(all, 'con'))[0]).toBe('Connect');
  });

  test('shows all for nothing and nothing for nonsense', () => {
    expect(matching(all, '  ')).toEqual(all);
    expect(matching(all, 'qzx')).toEqual([]);
  });
});
