import { rename } from '../edits.ts';
import type { KnownAs, LintContext, Meant, Problem, Rule } from '../lint-types.ts';
import { nameThere } from '../meaning.ts';
import { titlesOf } from '../words.ts';

/** Names that people give to files with an authority in them. */
const AUTHORITY_NAME = /(^|[^a-z])(ca|cas|root|roots|authority|bundle|chain|trust\w*)([^a-z]|$)/i;

/** A pin compares the server's own certificate; an authority given there never matches, and a renewed certificate does not either. */
export const pinAsCa: Rule = {
  id: 'pin-as-ca',
  summary: 'A setting that pins the server’s own certificate is no place for an authority.',
  source: 'reference/agents.md §1.2, §9',
  check: (context) => context.meant.flatMap((meant) => problemOf(meant, context) ?? []),
};

function problemOf(meant: Meant, context: LintContext): Problem | null {
  const pins = meant.known.filter(({ setting }) => setting.key === 'pin');
  if (pins.length === 0) return null;
  const { written, text } = meant;
  const facts = text === null || written.inContainer ? null : context.factsOf(text);
  const isAuthority =
    facts?.isAuthority ?? (text !== null && AUTHORITY_NAME.test(text.replace(/^.*[\\/]/, '')) ? 'name' : null);
  const real = realSetting(pins, meant, context);
  const cure =
    real === null
      ? ' Let the system that the application runs on trust the authority instead.'
      : ` Use ${real} for an authority.`;
  const edits = real === null ? [] : rename(written, real);
  if (isAuthority === true || isAuthority === 'name') {
    const how = isAuthority === true ? `${text} holds an authority` : 'by the name of the file this is an authority';
    const message = `${written.name} pins the server’s own certificate, and ${how}, which never matches: nothing will be sent.${cure}`;
    return { at: meant, severity: 'error', message, edits };
  }
  const message = `${written.name} pins the certificate that the server has now (${titlesOf(pins)}) and looks at nothing else, neither name nor authority: sending stops when the certificate is renewed.${cure}`;
  // A pin of a leaf cannot just be renamed: that file holds no authority.
  return { at: meant, severity: 'warning', message, edits: [] };
}

/** The setting for an authority, where every agent that may read this has it under one name and nothing in the same process sets it already. */
function realSetting(pins: readonly KnownAs[], { written }: Meant, { meant }: LintContext): string | null {
  const names = pins.map(({ agent }) => {
    const setting = agent.settings.find(({ key, never }) => key === 'caFile' && never === null);
    return setting === undefined ? null : nameThere(setting, written);
  });
  const [name = null] = names.filter((each) => each !== null);
  const isSet = meant.some((each) => each.written.scope === written.scope && each.written.lookup === name);
  return isSet || names.some((each) => each !== null && each !== name) ? null : name;
}
