import { loadCatalogue } from '../../../../main/core/agents/catalogue.ts';
import type { FileFacts } from '../../../../main/core/agents/lint/file-facts.ts';
import { type LintedText, type LintTextRequest, lintText } from '../../../../main/core/agents/lint/lint-text.ts';

export const catalogue = await loadCatalogue();

/** A file with one authority in it, as the snippets name it. */
export const AUTHORITY: FileFacts = {
  state: 'there',
  folderIsThere: true,
  certificates: 1,
  hasPrivateKey: false,
  isAuthority: true,
  notAfter: '2036-01-01T00:00:00.000Z',
};

/** Looks a text over on a machine where every file that it names is an authority, outside of any repository. */
export function lintSample(text: string, change: Partial<LintTextRequest> = {}): LintedText {
  return lintText({
    text,
    name: null,
    catalogue,
    agents: [],
    inGit: null,
    versionOf: () => null,
    factsOf: () => AUTHORITY,
    ...change,
  });
}
