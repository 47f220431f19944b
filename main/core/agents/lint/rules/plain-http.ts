import { setValue } from '../edits.ts';
import type { Rule } from '../lint-types.ts';
import { isServerUrl } from './server-url.ts';

/** http:// sends the token in the clear, and a server that speaks TLS does not answer it in a way that agents understand. */
export const plainHttp: Rule = {
  id: 'plain-http',
  summary: 'http:// sends the token in the clear, and no agent gets anywhere with it on a port that speaks TLS.',
  source: 'reference/agents.md §6 (http:// to https port), §10 no. 16',
  check: ({ meant }) =>
    meant.flatMap((each) => {
      const { text, written } = each;
      if (text === null || !isServerUrl(each) || !/^\s*http:\/\//i.test(text)) return [];
      const message = `${written.name} begins with http://: a secret token then travels where anyone on the way can read it, and on a port that speaks TLS nothing is understood. Write https://.`;
      // A user and password in the URL stay out of the fix.
      const edits = text.includes('@') ? [] : setValue(written, text.trim().replaceAll(/http:\/\//gi, 'https://'));
      return [{ at: each, severity: 'error' as const, message, edits }];
    }),
};
