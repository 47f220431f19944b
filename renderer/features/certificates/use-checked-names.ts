import type { CertificateKind, CheckedName } from '../../../main/contract/index.ts';
import type { CallError } from '../../bridge/call-error.ts';
import { useAnswer } from '../../bridge/procedure.ts';

/** As many as one question to the core may hold. */
const MOST_NAMES = 100;

/** What the core says of names as they are typed: the judgement of each that it has judged, by what was typed. */
export function useCheckedNames(
  names: readonly string[],
  kind: CertificateKind,
  authority: string | undefined,
): { readonly checked: ReadonlyMap<string, CheckedName>; readonly problem: CallError | null } {
  const answer = useAnswer(
    'certificate.check',
    { names: names.slice(0, MOST_NAMES), kind, ...(authority === undefined ? {} : { authority }) },
    { enabled: names.length > 0, keepFormer: true },
  );
  const checked = new Map((answer.data?.names ?? []).map((each) => [each.input, each]));
  return { checked, problem: answer.error };
}
