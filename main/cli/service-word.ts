/** `SERVICE[/ENV]` as it is typed; `*` stands for every service or every environment. The first slash divides, as service names have none. */
export function serviceWord(word: string): { readonly service: string | null; readonly environment: string | null } {
  const at = word.indexOf('/');
  const [service, environment] = at === -1 ? [word, '*'] : [word.slice(0, at), word.slice(at + 1)];
  const named = (name: string): string | null => (name === '*' || name === '' ? null : name);
  return { service: named(service), environment: named(environment) };
}
