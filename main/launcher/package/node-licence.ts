/** Programs of Node's own distribution that are not part of the Node binary, so are not shipped. */
const SEPARATE_PROGRAMS = ['npm', 'corepack'];

/**
 * Node's LICENSE without the sections about programs that come beside the binary. A section starts with `- name, located at path, is licensed as follows:`
 * and runs to the next one.
 */
export function nodeLicence(text: string): string {
  const [head = '', ...sections] = text.split(/^(?=- [^\n]+, located at [^\n]+, is licensed as follows:$)/m);
  const kept = sections.filter((section) => !SEPARATE_PROGRAMS.some((name) => section.startsWith(`- ${name}, `)));
  return [head, ...kept].join('');
}
