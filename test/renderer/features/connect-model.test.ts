import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TrustStore } from '../../../main/contract/index.ts';
import { placeOf } from '../../../renderer/app/router.ts';
import {
  addressOfChoice,
  agentsMatching,
  choiceOf,
  chosenService,
  isKnownStart,
  runLine,
  serviceFault,
  snippetInput,
  storesFor,
  storesStanding,
} from '../../../renderer/features/connect/model.ts';
import { trustStore } from '../../support/fake-data.ts';
import { agents, failing, reporting } from '../../support/fake-ui-data.ts';

const [nodejs, python] = agents;
if (nodejs === undefined || python === undefined) throw new Error('too few agents');

const NOW_TEXT = '2026-11-24T08:00:00.000Z';
const plain = choiceOf(python, new URLSearchParams(), 'linux');

describe('a choice', () => {
  test('takes the first framework, form and shell of the agent, and its usual start command', () => {
    expect(plain).toMatchObject({
      framework: 'flask',
      as: 'env',
      shell: 'bash',
      service: 'my-service',
      start: 'flask run',
    });
  });

  test('begins with PowerShell on Windows', () => {
    expect(choiceOf(python, new URLSearchParams(), 'win32').shell).toBe('pwsh');
  });

  test('has no shell in a form that knows none', () => {
    expect(choiceOf(python, new URLSearchParams('as=docker&shell=fish'), 'linux')).toMatchObject({
      as: 'docker',
      shell: '',
    });
  });

  test('does not take what this agent does not offer', () => {
    const query = new URLSearchParams('framework=express&as=registry&shell=zsh');

    expect(choiceOf(python, query, 'linux')).toMatchObject({ framework: 'flask', as: 'env', shell: 'bash' });
  });

  test('survives in the address', () => {
    const word = fc.stringMatching(/^[A-Za-z0-9 _-]{1,20}$/);

    fc.assert(
      fc.property(word, word, fc.constantFrom('bash', 'fish', 'pwsh', 'cmd'), (service, start, shell) => {
        const choice = { ...plain, service, start, shell };
        const { path, query } = placeOf(addressOfChoice('python', choice));

        expect(path).toBe('/connect/python');
        expect(choiceOf(python, query, 'linux')).toEqual(choice);
      }),
      { numRuns: 100 },
    );
  });

  test('asks for the snippet without what is empty, and never for the secret', () => {
    const input = snippetInput('python', plain);

    expect(input).toEqual({ agent: 'python', service: 'my-service', framework: 'flask', as: 'env', shell: 'bash' });
  });
});

describe('a service name', () => {
  test.each(['shop-api', 'Shop API 2', 'a_b'])('may be "%s"', (name) => expect(serviceFault(name)).toBeNull());
  test.each(['', '   ', 'shop/api', 'a;b', '$(id)', 'é', 'a"b'])('may not be "%s"', (name) => {
    expect(serviceFault(name)).not.toBeNull();
  });
});

describe('the run line', () => {
  test('quotes a name with spaces and leaves others alone', () => {
    expect(runLine('sealwire', { ...plain, service: 'shop-api' })).toBe('sealwire run --service shop-api -- flask run');
    expect(runLine('sealwire', { ...plain, service: 'shop api' })).toBe(
      'sealwire run --service "shop api" -- flask run',
    );
  });

  test('can be run for the person only with a start command of the catalogue', () => {
    expect(isKnownStart(python, plain)).toBe(true);
    expect(isKnownStart(python, { ...plain, start: 'flask run; id' })).toBe(false);
    expect(isKnownStart(python, { ...plain, framework: 'django' })).toBe(false);
  });
});

test('the service of a choice is the one of its name, and of its environment where it has one', () => {
  expect(chosenService([failing, reporting], { ...plain, service: 'shop-web' })).toBe(reporting);
  expect(chosenService([reporting], { ...plain, service: 'shop-web', environment: 'production' })).toBeUndefined();
  expect(chosenService([failing], { ...plain, service: 'shop' })).toBeUndefined();
});

test('agents are found by title, framework and keyword', () => {
  expect(agentsMatching(agents, 'flask')).toEqual([python]);
  expect(agentsMatching(agents, 'TypeScript')).toEqual([nodejs]);
  expect(agentsMatching(agents, '')).toEqual(agents);
  expect(agentsMatching(agents, 'cobol')).toEqual([]);
});

describe('the stores of an agent without a setting', () => {
  const java = { ...nodejs, trust: { setting: null, groups: ['java' as const, 'system' as const] } };
  const store = (change: Partial<TrustStore>): TrustStore => ({ ...trustStore, ...change });
  const refusal = { client: 'Java', program: '/java', outcome: 'refused' as const, reason: 'no', at: NOW_TEXT };

  test('are those of its groups, its own first, each with the way to it', () => {
    const stores = [
      store({ id: 'system' }),
      store({ id: 'browser', group: 'browser' }),
      store({ id: 'java:/jdk', group: 'java', state: 'installed' }),
    ];

    expect(storesFor(java, stores).map(({ to, does }) => [to, does])).toEqual([
      ['/trust?store=java%3A%2Fjdk', 'Look at it'],
      ['/trust?do=install&store=system', 'Trust…'],
    ]);
    expect(storesFor(nodejs, stores)).toEqual([]);
  });

  test('are enough only where a handshake has shown it', () => {
    const standing = (...stores: TrustStore[]) => storesStanding(storesFor(java, stores));

    expect(standing()).toBe('needed');
    expect(standing(store({}))).toBe('needed');
    expect(standing(store({ state: 'installed' }))).toBe('unproven');
    expect(standing(store({ state: 'installed', checks: [refusal] }))).toBe('needed');
    expect(standing(store({ state: 'installed' }), store({ state: 'verified' }))).toBe('proven');
  });
});
