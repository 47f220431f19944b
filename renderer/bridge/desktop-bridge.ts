import type { DesktopFace, ProcedureInput, ProcedureName, ProcedureOutput } from '../../main/contract/index.ts';
import type { Bridge, OnLink } from './bridge.ts';
import { asCallError } from './call-error.ts';
import { inWindowWords } from './window-words.ts';

/** The carrier of the desktop window: the preload's functions. A refusal comes as data, because errors lose their fields on the way. */
export function desktopBridge(face: Pick<DesktopFace, 'call' | 'listen' | 'restartCore'>): Bridge {
  return {
    async call<Name extends ProcedureName>(name: Name, input: ProcedureInput<Name>): Promise<ProcedureOutput<Name>> {
      const answered = await face.call(name, input).catch((thrown: unknown) => {
        throw asCallError(thrown);
      });
      if ('error' in answered) throw asCallError(inWindowWords(asCallError(answered.error)));
      // The core has checked the answer against the procedure's schema; this page ships no schemas.
      return answered.answer as ProcedureOutput<Name>;
    },
    listen: (onPush, onLink: OnLink) => face.listen(onPush, ({ state, problem }) => onLink(state, problem)),
    restart: () => face.restartCore(),
  };
}
