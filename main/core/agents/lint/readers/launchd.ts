import { quoteXmlText } from '../../quote/xml-text.ts';
import { ownLines } from '../lines-of.ts';
import { readAs } from '../read-as.ts';
import type { Reader } from '../reader.ts';
import type { WrittenSetting } from '../written-setting.ts';
import { systemProperties } from './system-properties.ts';
import { withoutXmlComments, xmlUnescaped } from './xml-escapes.ts';

const ENTRY = /<key>([A-Za-z_]\w{0,200})<\/key>\s{0,400}<string>([^<]{0,8000})<\/string>/g;
/** A dictionary of variables; it holds no other dictionary. */
const VARIABLES = /<key>EnvironmentVariables<\/key>\s{0,400}<dict>/g;
const LONGEST = 40_000;

/** Keys of Info.plist that OpenTelemetry's SDK for Swift, and so the agent for iOS, takes for the variable of that name. */
const OF_APPS = /^OTEL_/;

/** The variables of a job of launchd, the options of a Java that it starts, and what the Info.plist of an app says to its agent. */
export const launchd: Reader = {
  id: 'launchd',
  title: 'a property list',
  matches: (name) => name.endsWith('.plist'),
  read: (whole) => {
    const text = withoutXmlComments(whole);
    const places = dictionaries(text);
    const found = [...text.matchAll(ENTRY)].flatMap((match) => {
      const [all, name = ''] = match;
      const isVariable = places.some(({ start, end }) => start <= match.index && match.index < end);
      const isOfApp = !isVariable && OF_APPS.test(name);
      return isVariable || isOfApp ? [setting(whole, match.index, all, name, isOfApp)] : [];
    });
    return [...found, ...systemProperties(text, found)];
  },
};

function setting(text: string, index: number, all: string, name: string, isOfApp: boolean): WrittenSetting {
  const start = index + '<key>'.length;
  const at = index + all.indexOf('<string>') + '<string>'.length;
  const end = index + all.length - '</string>'.length;
  return readAs({
    name,
    ...(isOfApp ? { kind: 'own', form: 'file', agents: ['ios'] } : {}),
    value: xmlUnescaped(text.slice(at, end)),
    nameSpan: { start, end: start + name.length },
    valueSpan: { start: at, end },
    wholeSpan: ownLines(text, { start: index, end: index + all.length }),
    quote: quoteXmlText,
  });
}

function dictionaries(text: string): { readonly start: number; readonly end: number }[] {
  return [...text.matchAll(VARIABLES)].slice(0, 50).map((match) => {
    const start = match.index + match[0].length;
    const length = text.slice(start, start + LONGEST).indexOf('</dict>');
    return { start, end: length === -1 ? start : start + length };
  });
}
