/** The option of Java that says what a variable says: the agents read both, by names that are the same but for the spelling (reference/agents.md §1.1, §1.5). */
export function systemProperty([name, value]: readonly [string, string]): string {
  const own = /^ELASTIC_APM_(.*)$/.exec(name)?.[1];
  const property = own === undefined ? name.toLowerCase().replaceAll('_', '.') : `elastic.apm.${own.toLowerCase()}`;
  return `-D${property}=${value}`;
}
