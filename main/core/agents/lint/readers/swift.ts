import { quoteSwift } from '../../quote/swift.ts';
import type { Reader } from '../reader.ts';
import { type Builder, builderCalls } from './builder-calls.ts';
import { withoutCodeComments } from './code-comments.ts';
import type { CodeSyntax } from './code-entries.ts';

const SYNTAX: CodeSyntax = { lineComment: '//', blockComment: ['/*', '*/'], quotes: ['"""', '"'], joins: [] };

/** Calls of `AgentConfigBuilder`; those that say how, and not where or as whom, are no settings that a definition knows. */
const BUILDER: Builder = {
  agent: 'ios',
  begins: /\bAgentConfigBuilder\(\)/g,
  call: /\.(with[A-Z]\w{0,60})\(\s{0,40}(?:(?:Foundation\.)?URL\(\s{0,40}string:\s{0,40})?/g,
  others: [],
  filledIn: /(^|[^\\])\\\(/,
  quote: quoteSwift,
};

/** Settings of the iOS agent in the code of an app. */
export const swift: Reader = {
  id: 'swift',
  title: 'Swift',
  matches: (name) => name.endsWith('.swift'),
  read: (text) => (text.includes('AgentConfigBuilder') ? builderCalls(withoutCodeComments(text, SYNTAX), BUILDER) : []),
};
