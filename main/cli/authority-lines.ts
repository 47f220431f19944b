import type { AuthorityAnswer } from '../contract/certificate-shapes.ts';
import type { Output } from './output.ts';

/** What became of an authority, and what is to be done now. */
export function authorityLines(
  verb: string,
  { authority, notes }: AuthorityAnswer,
  { typed }: Pick<Output, 'typed'>,
): string[] {
  return [`${verb} the authority "${authority.commonName}" (${authority.id}).`, ...notes.map(typed)];
}
