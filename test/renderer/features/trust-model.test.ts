import { describe, expect, test } from 'vitest';
import type { TrustCheck, TrustPlan, TrustResult, TrustStore } from '../../../main/contract/index.ts';
import {
  actionWords,
  adviceFor,
  canTakeBack,
  canTrust,
  countsLine,
  groupsOf,
  leftoverWords,
  listed,
  refusalsOf,
  rightsOf,
  standing,
  stateOf,
} from '../../../renderer/features/trust/model.ts';
import {
  consentTo,
  inOrder,
  outcomeOf,
  plannedIds,
  runSummary,
  tickedAtFirst,
} from '../../../renderer/features/trust/run-model.ts';
import { typedIn } from '../../../renderer/ui/typed-in.ts';
import { trustResult, trustStep, trustStore } from '../../support/fake-data.ts';
import { failing, NOW, reporting } from '../../support/fake-ui-data.ts';

const check = (outcome: TrustCheck['outcome'], client = 'curl 8'): TrustCheck => ({
  client,
  program: `/usr/bin/${client}`,
  outcome,
  reason: 'seen',
  at: new Date(NOW - 120_000).toISOString(),
});
const storeOf = (change: Partial<TrustStore>): TrustStore => ({ ...trustStore, ...change });
const problem = { message: 'certutil is missing.', fix: 'Type `apt install it`, then `look again`.' };

describe('a store', () => {
  test('is verified only where nobody refused it', () => {
    const checks = [check('verified'), check('refused', 'Go 1.19')];

    expect(stateOf(storeOf({ state: 'verified', checks: [check('verified')] }))).toEqual({
      tone: 'ok',
      words: 'verified',
    });
    expect(stateOf(storeOf({ state: 'verified', checks })).words).toBe('verified in part');
    expect(standing(storeOf({ state: 'verified', checks }), NOW)).toBe(
      'curl 8 finished a handshake; Go 1.19 refused it · 2 min ago',
    );
  });

  test('that is installed is never green', () => {
    expect(stateOf(storeOf({ state: 'installed' }))).toEqual({ tone: 'waiting', words: 'installed' });
    expect(stateOf(storeOf({ state: 'installed', checks: [check('refused')] })).tone).toBe('failed');
    expect(standing(storeOf({ state: 'installed' }), NOW)).toBe('No handshake has shown it yet');
    expect(standing(storeOf({ state: 'installed', checks: [check('unclear')] }), NOW)).toContain('could not tell');
  });

  test('that cannot be used says why, and is offered for nothing', () => {
    const broken = storeOf({ state: 'absent', problem });

    expect(stateOf(broken)).toEqual({ tone: 'attention', words: 'cannot be used' });
    expect(standing(broken, NOW)).toBe(problem.message);
    expect([canTrust(broken), canTakeBack(broken)]).toEqual([false, false]);
    expect(stateOf(storeOf({ state: 'not-installed', problem })).words).toBe('cannot be changed');
    expect(canTrust(storeOf({ state: 'not-installed', problem }))).toBe(false);
  });

  test('in which a change was begun can be finished and taken back', () => {
    const begun = storeOf({ state: 'not-installed', ledgerId: 'led-1' });

    expect([canTrust(begun), canTakeBack(begun)]).toEqual([true, true]);
  });

  test('that a program does not read is told apart from one that the program refuses', () => {
    const system = storeOf({ id: 'system', serves: ['curl', 'Python'] });
    const node = storeOf({ id: 'env:node', serves: ['Node.js'] });
    const checks = [check('refused', 'Node.js 20.20.2'), check('refused', 'curl 8'), check('verified', 'Python 3')];

    expect(refusalsOf(system, checks, [system, node])).toEqual([
      { client: 'Node.js 20.20.2', instead: node },
      { client: 'curl 8', instead: null },
    ]);
  });

  test('tells of rights only where the person’s own are not enough', () => {
    expect(rightsOf({ needs: 'user', isByHand: false })).toBeNull();
    expect(rightsOf({ needs: 'user', isByHand: true })).toBe('by hand');
    expect(rightsOf({ needs: 'admin', isByHand: true })).toBe('needs admin');
    expect(rightsOf({ needs: 'admin', isByHand: false })).toBe('as administrator');
  });
});

describe('files alone', () => {
  const files = storeOf({ id: 'containers', group: 'container', serves: ['web'], canChange: true });

  test('are never said to trust: they are written, and nothing reads them unasked', () => {
    expect(stateOf(files).words).toBe('no files');
    expect(stateOf({ ...files, state: 'installed' })).toEqual({ tone: 'waiting', words: 'files written' });
    expect(stateOf({ ...files, state: 'verified', checks: [check('verified')] }).words).toBe('verified');
    expect(actionWords(files)).toEqual({ label: 'Write files…', name: `Write files: ${files.title}…` });
    expect(actionWords(storeOf({})).label).toBe('Trust…');
    expect(standing(files, NOW)).toBe('For web');
    expect(outcomeOf({ ...trustResult, outcome: 'done' }, 'install', files).words).toBe('files written');
  });

  test('of containers wait for no handshake, which nothing here could make', () => {
    const written = { ...files, state: 'installed' as const, evidence: 'The files are there.' };

    expect(standing(written, NOW)).toBe('The files are there.');
    expect(standing({ ...written, group: 'environment' }, NOW)).toBe('No handshake has shown it yet');
  });
});

describe('the list', () => {
  test('keeps every store once, by what reads it', () => {
    const groups = ['device', 'container', 'environment', 'subsystem', 'java', 'browser', 'system'] as const;
    const stores = groups.map((group) => storeOf({ id: group, group }));

    expect(groupsOf(stores).flatMap((group) => group.stores.map(({ id }) => id))).toEqual([
      'system',
      'browser',
      'java',
      'subsystem',
      'environment',
      'container',
      'device',
    ]);
    expect(groupsOf([])).toEqual([]);
  });

  test('counts what trusts and what was seen to', () => {
    const installed = storeOf({ state: 'installed' });
    const verified = storeOf({ state: 'verified' });

    expect(countsLine([storeOf({}), storeOf({})])).toBe('None of 2 stores on this machine trusts your authority.');
    expect(countsLine([installed])).toBe('1 of 1 store holds your authority; none verified by a real handshake.');
    expect(countsLine([installed, verified, storeOf({})])).toBe(
      '2 of 3 stores hold your authority; 1 verified by a real handshake.',
    );
  });

  test('tells first what agents need that were seen here', () => {
    const advice = ['php', 'nodejs', 'python'].map((agent) => ({
      agent,
      title: agent,
      setting: null,
      groups: [],
      needsStore: true,
      text: '',
    }));
    const services = [
      { ...reporting, agentId: 'nodejs' },
      { ...failing, agentId: null },
    ];

    expect(adviceFor(advice, services).map(({ agent, usedBy }) => [agent, usedBy])).toEqual([
      ['nodejs', ['shop-web']],
      ['php', []],
      ['python', []],
    ]);
  });

  test('finds what is to be typed in a sentence', () => {
    expect(typedIn(problem.fix)).toEqual(['apt install it', 'look again']);
    expect(typedIn('Close the browser.')).toEqual([]);
    expect([listed([]), listed(['A']), listed(['A', 'B', 'C'])]).toEqual(['', 'A', 'A, B and C']);
  });
});

describe('what waits', () => {
  const leftover = {
    ledgerId: 'led-2',
    what: 'Trust',
    where: '/x',
    at: '',
    why: 'unfinished' as const,
    finishIn: 'firefox:work',
  };

  test('says why it does and which ways there are', () => {
    expect(leftoverWords(leftover)).toContain('Finish it, or take back');
    expect(leftoverWords({ ...leftover, finishIn: null })).toContain('not the current one any more');
    expect(leftoverWords({ ...leftover, why: 'store-gone', finishIn: null })).toContain('not found any more');
  });
});

describe('a plan', () => {
  const plan: TrustPlan = {
    action: 'install',
    authority: null,
    steps: [
      { ...trustStep, store: 'system', seen: 's' },
      { ...trustStep, store: 'chromium', seen: 'c' },
      { ...trustStep, store: 'chromium:snap-chromium', seen: 'n' },
    ],
    skipped: [{ store: 'chromium:org.chromium', title: 'flatpak', reason: 'It trusts the authority already.' }],
  };
  const stores = [
    storeOf({ id: 'system' }),
    storeOf({ id: 'chromium', group: 'browser', isDefault: true }),
    storeOf({ id: 'chromium:snap-chromium', group: 'browser' }),
  ];

  test('is asked for of every store, of the named one, or of what is Sealwire’s', () => {
    expect(plannedIds('install', stores, null)).toEqual(['system', 'chromium', 'chromium:snap-chromium']);
    expect(plannedIds('uninstall', stores, null)).toEqual([]);
    expect(plannedIds('uninstall', stores, 'system')).toEqual(['system']);
  });

  test('has what needs no other rights first, and that alone is ticked', () => {
    expect(inOrder(plan, stores).steps.map(({ store }) => store)).toEqual([
      'chromium',
      'system',
      'chromium:snap-chromium',
    ]);
    expect([...tickedAtFirst(plan, stores, null)]).toEqual(['chromium']);
    expect([...tickedAtFirst(plan, stores, 'system')]).toEqual(['system']);
    expect([...tickedAtFirst({ ...plan, action: 'uninstall' }, stores, null)]).toHaveLength(3);
  });

  test('is agreed to for one store, and for none whose id begins with it', () => {
    const [, chromium] = plan.steps;
    if (chromium === undefined) throw new Error('too few steps');

    expect(consentTo(chromium, plan)).toEqual({
      stores: ['chromium'],
      agreed: true,
      seen: {
        chromium: 'c',
        'chromium:snap-chromium': expect.not.stringMatching(/^n$/),
        'chromium:org.chromium': expect.any(String),
      },
    });
  });
});

describe('a run', () => {
  const result = (change: Partial<TrustResult>): TrustResult => ({ ...trustResult, ...change });
  const item = (outcome: TrustResult['outcome'] | null) => ({
    step: trustStep,
    isRunning: false,
    result: outcome === null ? null : result({ outcome }),
  });

  test('calls nothing good that no handshake has shown', () => {
    const done = (...checks: TrustCheck[]) => outcomeOf(result({ outcome: 'done', checks }), 'install');

    expect(done(check('verified'))).toEqual({ tone: 'ok', words: 'verified' });
    expect(done()).toEqual({ tone: 'waiting', words: 'installed, not verified' });
    expect(done(check('unclear')).tone).toBe('waiting');
    expect(done(check('refused')).words).toBe('refused');
    expect(done(check('verified'), check('refused')).words).toBe('verified in part');
    expect(outcomeOf(result({ outcome: 'by-hand' }), 'install').words).toBe('for you to run');
    expect(outcomeOf(result({ outcome: 'failed' }), 'uninstall').tone).toBe('failed');
    expect(outcomeOf(result({ outcome: 'done' }), 'uninstall')).toEqual({ tone: 'ok', words: 'taken back' });
  });

  test('is summed up with what is left to do', () => {
    expect(runSummary([item('done'), item('skipped'), item('by-hand'), item('failed'), item(null)], 'install')).toBe(
      '2 stores are done, 1 waits for commands that you run, 1 has failed and 1 was not begun.',
    );
    expect(runSummary([item('done')], 'uninstall')).toBe('1 store is taken back.');
  });
});
