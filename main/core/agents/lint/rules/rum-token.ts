import { takeOut } from '../edits.ts';
import type { Rule } from '../lint-types.ts';

/** What runs in a browser is read by everybody who opens the page. */
export const rumToken: Rule = {
  id: 'rum-token',
  summary: 'The browser agent has no token, and one in a page is everybody’s.',
  source: 'reference/agents.md §1.1 (RUM JS), §9',
  check: ({ meant }) =>
    meant.flatMap((each) => {
      const { written } = each;
      if (!written.agents.includes('rum-js') || !/^(secretToken|apiKey|secret_token|api_key)$/i.test(written.lookup))
        return [];
      const message = `The browser agent has no ${written.name}: it is never sent, and everybody who opens the page can read it. Take it out, make a new one, and let browsers in by their origin (\`sealwire up --rum\`).`;
      return [{ at: each, severity: 'error' as const, message, edits: [takeOut(written)] }];
    }),
};
