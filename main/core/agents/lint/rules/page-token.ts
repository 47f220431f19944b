import { takeOut } from '../edits.ts';
import type { Rule } from '../lint-types.ts';

/** A page that exports by OpenTelemetry has no secrets either: what it sends is in its script, computed or not. */
export const pageToken: Rule = {
  id: 'page-token',
  summary: 'A token in the headers of a page’s exporter is everybody’s who opens the page.',
  source: 'reference/agents.md §8 no. 7; RFC 6750 §5.3',
  check: ({ meant }) =>
    meant.flatMap((each) => {
      const { written } = each;
      if (!written.agents.includes('otel-browser') || !/^authorization$/i.test(written.lookup)) return [];
      const message =
        'This header is in a page, where everybody who opens it can read the token. Take it out, make a new token, and let what serves the page pass the reports on with it (`sealwire agent show otel-browser`).';
      return [{ at: each, severity: 'error' as const, message, edits: [takeOut(written)] }];
    }),
};
