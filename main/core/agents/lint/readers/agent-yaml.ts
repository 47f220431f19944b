import { isMap } from 'yaml';
import { quoteYaml } from '../../quote/yaml.ts';
import { readAs } from '../read-as.ts';
import type { Reader } from '../reader.ts';
import { entrySpan, isTextScalar, scalarText, spanOf, yamlEntries } from './yaml-tree.ts';

/** `config/elastic_apm.yml` of the Ruby agent: its settings, or sections of them for each environment. What ERB fills in is known only when it runs. */
export const agentYaml: Reader = {
  id: 'agent-yaml',
  title: 'elastic_apm.yml',
  matches: (name) => /^elastic_apm.*\.ya?ml(\.erb)?$/.test(name),
  read: (text) =>
    yamlEntries(text).flatMap(({ key, keyNode, value, path, map }) => {
      const [nameSpan, valueSpan] = [spanOf(keyNode), spanOf(value)];
      const said = scalarText(value);
      if (isMap(value) || path.length > 2 || nameSpan === null || valueSpan === null || said === null) return [];
      return [
        readAs({
          name: key,
          kind: 'own',
          form: 'file',
          agents: ['ruby'],
          value: said.includes('<%') ? null : said,
          isText: isTextScalar(value),
          nameSpan,
          valueSpan,
          wholeSpan: entrySpan(text, map.flow === true, nameSpan, valueSpan),
          scope: path.slice(1).join('.'),
          quote: quoteYaml,
        }),
      ];
    }),
};
