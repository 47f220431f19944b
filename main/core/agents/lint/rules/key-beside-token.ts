import { takeOut } from '../edits.ts';
import type { Rule } from '../lint-types.ts';

/** Every agent that has both sends the key alone. */
export const keyBesideToken: Rule = {
  id: 'key-beside-token',
  summary: 'Where an API key is set beside a secret token, the token is never sent.',
  source: 'reference/agents.md §1.1',
  check: ({ meant }) =>
    meant
      .filter(
        ({ known, written }) =>
          !written.lookup.startsWith('OTEL_') && known.some(({ setting }) => setting.key === 'apiKey'),
      )
      .flatMap((key) => {
        const token = meant.find(
          ({ known, written }) =>
            written.scope === key.written.scope &&
            known.some(
              ({ setting, agent }) => setting.key === 'secretToken' && key.known.some((each) => each.agent === agent),
            ),
        );
        if (token === undefined || isEmpty(key.secret?.reveal()) || isEmpty(token.secret?.reveal())) return [];
        const message = `${key.written.name} wins over ${token.written.name}: the token is never sent, and a server that knows only the token refuses everything. Keep one of the two.`;
        return [{ at: key, severity: 'error' as const, message, edits: [takeOut(key.written)] }];
      }),
};

function isEmpty(value: string | undefined): boolean {
  return value === '';
}
