import { LINE_BREAK, refuseUnwritable } from './refuse.ts';

/**
 * One option in JAVA_TOOL_OPTIONS. HotSpot splits the variable at white space and takes what stands between single or double quotes as it is, with no escapes (OpenJDK,
 * src/hotspot/share/runtime/arguments.cpp, `parse_options_buffer`).
 */
export function quoteJavaOption(option: string): string {
  refuseUnwritable(option, 'JAVA_TOOL_OPTIONS', [LINE_BREAK]);
  if (option !== '' && !/[\s"']/.test(option)) return option;
  const parts = option.match(/[^"]+|"+/g) ?? [''];
  return parts.map((part) => (part.startsWith('"') ? `'${part}'` : `"${part}"`)).join('');
}
