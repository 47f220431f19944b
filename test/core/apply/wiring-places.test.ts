import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadCatalogue } from '../../../main/core/agents/catalogue.ts';
import { wiringPlaces } from '../../../main/core/apply/wiring-places.ts';
import { realHost } from '../../../main/core/host/real-host.ts';
import { sampleAgents } from '../agents/sample-agents.ts';

const agents = sampleAgents(await loadCatalogue());
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sealwire-places-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const placesOf = async (agent: string, ...names: string[]): Promise<string[]> => {
  for (const name of names) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), '');
  }
  const places = await wiringPlaces({ host: realHost(), agents }, { agent, folder });
  return places.map(({ name, as, exists, token }) => [name, as, exists ? 'there' : 'new', token].join(' '));
};

test.each(['Web.config', 'web.config'])(
  'an application on .NET Framework is wired in its %s, whole, and once',
  async (name) => {
    expect(await placesOf('dotnet-framework', name, 'Web.Release.config', 'packages.config')).toEqual([
      `${name} file there none`,
    ]);
  },
);

test('no Web.config is made, and that of .NET itself is none for the agent', async () => {
  expect(await placesOf('dotnet-framework')).toEqual([]);
  expect(await placesOf('dotnet', 'web.config', 'appsettings.json')).toEqual(['appsettings.json file there none']);
});

test('a .env that stands beside a Procfile is offered as the one of its own form', async () => {
  const places = await placesOf('nodejs', '.env', 'Procfile');

  expect(places.filter((place) => place.startsWith('.env '))).toEqual(['.env dotenv there kept']);
});
