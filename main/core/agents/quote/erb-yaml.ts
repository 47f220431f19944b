import { quoteYaml } from './yaml.ts';

/** A scalar of a YAML file that is read as an ERB template first, where `<%` opens a tag unless its percent sign is doubled (Ruby's documentation, "ERB"). */
export function quoteErbYaml(value: string): string {
  return quoteYaml(value).replaceAll('<%', '<%%');
}
