import { quoteYaml } from '../../quote/yaml.ts';
import type { Reader } from '../reader.ts';
import type { WrittenSetting } from '../written-setting.ts';
import { systemProperties } from './system-properties.ts';
import { scalarUnder, type YamlEntry, yamlEntries } from './yaml-tree.ts';
import { yamlVariables } from './yaml-variables.ts';

const HABITS = {
  inContainer: true,
  quote: quoteYaml,
  // Kubernetes puts other variables in for `$(NAME)`; Helm and Kustomize write the whole file from a template.
  isComputed: (value: string): boolean => /\$\(|\{\{|\$\{/.test(value),
};

/** Containers of manifests (`env`), ConfigMaps and Secrets (`data`, `stringData`), and values files of Helm that hold an `env`. */
export const kubernetes: Reader = {
  id: 'kubernetes',
  title: 'a Kubernetes manifest',
  matches: (name) => /\.ya?ml$/.test(name),
  read: (text) => {
    const found = yamlEntries(text).flatMap((entry) => variablesOf(text, entry));
    return [...found, ...systemProperties(text, found)];
  },
};

function variablesOf(text: string, entry: YamlEntry): readonly WrittenSetting[] {
  const scope = entry.path.join('.');
  if (entry.key === 'env' || entry.key === 'environment') return yamlVariables(text, entry, scope, HABITS);
  const kind = scalarUnder(entry.map, 'kind')?.value;
  if (entry.key === 'stringData' || (entry.key === 'data' && kind === 'ConfigMap')) {
    return yamlVariables(text, entry, scope, HABITS);
  }
  return [];
}
