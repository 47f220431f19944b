import type { ServerPlan } from './handover.ts';
import {
  escapedForServer,
  type SettingPlaces,
  settingsTree,
  type WrittenSetting,
  writtenSettings,
} from './server-settings-tree.ts';
import { type YamlMap, yamlText } from './yaml-text.ts';

/** The key of the token in keystores and as a variable. */
export const TOKEN_KEY = 'SECRET_TOKEN';
/** The key of the passphrase of an encrypted private key. */
export const PASSPHRASE_KEY = 'KEY_PASSPHRASE';

/** `${name}`, which the server looks up in its own settings, then in its keystore, then in its environment. */
export const reference = (name: string): string => `$${`{${name}}`}`;

/** Where a server finds its files that has its settings and the folder `certs` in one folder, by a path that it knows itself. */
export function usualPlaces(plan: ServerPlan, over: Partial<SettingPlaces> = {}): SettingPlaces {
  const certs = `${reference('path.config')}/certs`;
  return {
    host: `:${plan.port}`,
    token: reference(TOKEN_KEY),
    certificate: `${certs}/apm-server.crt`,
    key: `${certs}/apm-server.key`,
    passphrase: reference(PASSPHRASE_KEY),
    clientsCa: `${certs}/clients-ca.crt`,
    escaped: escapedForServer,
    ...over,
  };
}

/** What stands over a section, for whoever opens the file. */
const COMMENTS: Readonly<Record<string, string>> = {
  host: 'Every address of the machine.',
  auth: 'The token is kept apart from this file, under its name here.',
  secret_token: 'The token is kept apart from this file, under its name here.',
  ssl: 'The file of the certificate holds the one of the server first, then those up to the root.',
  rum: 'What browsers may do.',
};

/** The settings file. It holds no secret. `password` refers to the one of Elasticsearch, where it needs one. */
export function serverYml(
  plan: ServerPlan,
  places: SettingPlaces,
  elasticsearch: YamlMap = { hosts: [plan.elasticsearch] },
): string {
  return [
    `# Made by Sealwire for APM Server ${plan.version.text}. It holds no secret.\n`,
    'apm-server:\n',
    sections(writtenSettings(plan, places)),
    '\n# Where the server sends what it takes. Credentials belong into the keystore as well, and are referred to by their key here.\n',
    yamlText({ 'output.elasticsearch': elasticsearch }),
  ].join('');
}

/** The lines that a file of somebody else gets: one setting each, by its whole name. */
export function settingLine({ key, value }: WrittenSetting, before = 'apm-server.'): string {
  return yamlText({ [`${before}${key}`]: value }).trimEnd();
}

function sections(settings: readonly WrittenSetting[]): string {
  return Object.entries(settingsTree(settings))
    .map(([key, value]) => {
      const comment = COMMENTS[key];
      return `${comment === undefined ? '' : `  # ${comment}\n`}${yamlText({ [key]: value }, '  ')}`;
    })
    .join('');
}

/** A URL as it stands in a sentence or a file that is no YAML. */
export function agentUrl({ names, port }: Pick<ServerPlan, 'names' | 'port'>): string {
  const name = names.find((each) => !each.includes('*')) ?? 'HOST';
  return `https://${name.includes(':') ? `[${name}]` : name}:${port}`;
}
