import type { ReactElement } from 'react';
import { useAnswer } from '../../bridge/procedure.ts';
import { Card } from '../../ui/card.tsx';
import { Problem } from '../../ui/problem.tsx';
import { CheckList } from './check-list.tsx';
import { rowsOf } from './model.ts';
import { OrderForm } from './order-form.tsx';
import { useExamination } from './use-examination.ts';
import { Verdict } from './verdict.tsx';

interface DoctorPanelProps {
  readonly url: string;
  readonly origin: string;
  readonly hasOwnToken: boolean;
  /** What was asked, without any secret: for the address of the screen. */
  readonly onAsked?: (url: string, origin: string) => void;
}

/** The doctor as a part of a screen: what is to be examined, the checks as they are made, and what they come to. */
export function DoctorPanel({ url, origin, hasOwnToken, onAsked }: DoctorPanelProps): ReactElement {
  const planned = useAnswer('doctor.checks', {});
  const { isRunning, found, report, problem, start, stop } = useExamination();
  const hasBegun = isRunning || found.length > 0;
  return (
    <>
      <Card>
        <OrderForm
          url={url}
          origin={origin}
          hasOwnToken={hasOwnToken}
          isRunning={isRunning}
          onStart={(order) => {
            onAsked?.(order.url, order.origin ?? '');
            start(order);
          }}
          onStop={stop}
        />
      </Card>
      {problem !== null && <Problem problem={problem} tone={problem.code === 'CANCELLED' ? 'attention' : 'failed'} />}
      {planned.error !== null && <Problem problem={planned.error} />}
      {report !== null && <Verdict report={report} />}
      {hasBegun && planned.data !== undefined && (
        <Card isFlush>
          <CheckList rows={rowsOf(planned.data.checks, found, isRunning)} />
        </Card>
      )}
    </>
  );
}
