import { describe, expect, test } from 'vitest';
import { agentTrust } from '../../../main/core/agents/agent-trust.ts';
import { loadCatalogue } from '../../../main/core/agents/catalogue.ts';
import { trustAdvice } from '../../../main/core/trust/advice.ts';

describe('how an agent comes to trust the authority', () => {
  test('is a setting or a group of stores, never neither and never both', async () => {
    for (const definition of await loadCatalogue()) {
      const { setting, groups } = agentTrust(definition);

      expect([definition.id, setting === null]).toEqual([definition.id, groups.length > 0]);
    }
  });

  test('is the stores that it reads where it has no setting, or had one once', async () => {
    const definition = (await loadCatalogue()).find(({ id }) => id === 'go');
    if (definition === undefined) throw new Error('the catalogue has no Go');
    const settings = definition.settings.map((setting) =>
      setting.key === 'caFile' ? { ...setting, until: '1.0.0' } : setting,
    );
    const java = { ...definition, id: 'java', title: 'Java', settings, storesRead: ['java'] as const };

    expect(agentTrust(java)).toEqual({ setting: null, groups: ['java'] });
    expect(trustAdvice([java])).toMatchObject([{ agent: 'java', needsStore: true, groups: ['java'] }]);
    expect(agentTrust({ ...java, settings: definition.settings }).groups).toEqual([]);
  });
});
