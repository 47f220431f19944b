import { quoteCompose } from '../../quote/yaml.ts';
import type { Reader } from '../reader.ts';
import { systemProperties } from './system-properties.ts';
import { type YamlEntry, yamlEntries } from './yaml-tree.ts';
import { yamlVariables } from './yaml-variables.ts';

const HABITS = {
  inContainer: true,
  quote: quoteCompose,
  isComputed: (value: string): boolean => value.replaceAll('$$', '').includes('$'),
  plain: (value: string): string => value.replaceAll('$$', () => '$'),
};

/** The environment of each service of a Compose file, and of what services have in common (`x-…`). */
export const compose: Reader = {
  id: 'compose',
  title: 'a Compose file',
  matches: (name) => /^(docker-)?compose.*\.ya?ml$|^docker-stack.*\.ya?ml$/.test(name),
  read: (text) => {
    const found = yamlEntries(text).flatMap((entry) =>
      entry.key === 'environment' || isShared(entry)
        ? yamlVariables(text, entry, entry.path.slice(1).join('.'), HABITS)
        : [],
    );
    return [...found, ...systemProperties(text, found)];
  },
};

/** A map at the top that services take in by its anchor (`x-name: &anchor`). */
function isShared({ key, path }: YamlEntry): boolean {
  return key.startsWith('x-') && path.length === 1;
}
