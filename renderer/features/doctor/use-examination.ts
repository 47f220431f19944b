import { useCallback, useEffect, useRef, useState } from 'react';
import type { DoctorCheck, DoctorReport, ProcedureInput } from '../../../main/contract/index.ts';
import { asCallError, type CallError } from '../../bridge/call-error.ts';
import { useChecked } from '../../bridge/checked.ts';
import { useBridge } from '../../bridge/procedure.ts';
import { announce } from '../../ui/announcer.tsx';
import { countsLine, verdictSentence } from './model.ts';

type Order = Omit<ProcedureInput<'doctor.run'>, 'job'>;

interface Examination {
  readonly isRunning: boolean;
  /** What was found so far; of the last examination where none runs. */
  readonly found: readonly DoctorCheck[];
  readonly report: DoctorReport | null;
  readonly problem: CallError | null;
  start(order: Order): void;
  stop(): void;
}

const NOTHING: readonly DoctorCheck[] = [];

/** One examination at a time, told live and said at its end. What was asked is kept nowhere, since it may hold a token. Leaving the screen ends it. */
export function useExamination(): Examination {
  const bridge = useBridge();
  const [job, setJob] = useState<string | null>(null);
  const [isRunning, setIsRunning] = useState(false);
  const [report, setReport] = useState<DoctorReport | null>(null);
  const [problem, setProblem] = useState<CallError | null>(null);
  const current = useRef<string | null>(null);
  const told = useChecked((state) => (job !== null && state.job === job ? state.checks : NOTHING));

  const stop = useCallback((): void => {
    const ending = current.current;
    // An examination that is over already, or a core that is gone, has nothing to stop.
    if (ending !== null) bridge.call('doctor.cancel', { job: ending }).catch(() => undefined);
  }, [bridge]);

  useEffect(() => stop, [stop]);

  const start = (order: Order): void => {
    const mine = crypto.randomUUID();
    current.current = mine;
    setJob(mine);
    setIsRunning(true);
    setReport(null);
    setProblem(null);
    bridge
      .call('doctor.run', { ...order, job: mine })
      .then(
        (made) => {
          setReport(made);
          announce(`${verdictSentence(made.verdict)} ${countsLine(made.checks)}.`);
        },
        (thrown: unknown) => setProblem(asCallError(thrown)),
      )
      .finally(() => {
        current.current = null;
        setIsRunning(false);
      });
  };

  return { isRunning, found: report?.checks ?? told, report, problem, start, stop };
}
