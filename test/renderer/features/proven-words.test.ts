import { describe, expect, test } from 'vitest';
import { provenWords } from '../../../renderer/features/connect/proven-words.ts';
import { agents } from '../../support/fake-ui-data.ts';

const [nodejs] = agents;
if (nodejs === undefined) throw new Error('no agents');

describe('the words beside a form', () => {
  test.each([
    ['env', 'express', 'Proven by a run: the Node.js agent 4.15.0 reported, configured this way.'],
    ['env', 'fastify', 'By the source of the agent for this framework; by a run of 4.15.0 for Express.'],
    ['systemd', 'express', 'By the source of the agent: none was run that is configured this way.'],
    ['none', 'express', 'Not proven: no agent was run that is configured this way.'],
  ])('say of %s with %s no more than was seen', (as, framework, words) => {
    expect(provenWords(nodejs, { as, framework })).toBe(words);
  });

  test('say that nothing is proven where a setting was neither read nor seen', () => {
    const proven = { by: 'none' as const, versions: [], frameworks: [] };
    const agent = { ...nodejs, forms: nodejs.forms.map((form) => ({ ...form, proven })) };

    expect(provenWords(agent, { as: 'env', framework: 'express' })).toBe(
      'Not proven: no agent was run that is configured this way.',
    );
  });
});
