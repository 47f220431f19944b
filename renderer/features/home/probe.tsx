import type { UseMutationResult } from '@tanstack/react-query';
import { type ReactElement, useEffect } from 'react';
import type { ProcedureInput, ProcedureOutput } from '../../../main/contract/index.ts';
import { go } from '../../app/router.ts';
import type { CallError } from '../../bridge/call-error.ts';
import { useAct } from '../../bridge/procedure.ts';
import { Badge } from '../../ui/badge.tsx';
import { Card } from '../../ui/card.tsx';
import { duration } from '../../ui/format.ts';
import { Ladder } from '../../ui/ladder.tsx';
import { Problem } from '../../ui/problem.tsx';

type Probe = UseMutationResult<ProcedureOutput<'probe.run'>, CallError, ProcedureInput<'probe.run'>>;

/** The test transaction; `isAsked` starts it at once and takes the wish out of the address, so that a reload does not repeat it. */
export function useProbe(isAsked: boolean): Probe {
  const probe = useAct('probe.run');
  const { mutate } = probe;
  useEffect(() => {
    if (!isAsked) return;
    go('/', 'replace');
    mutate({});
  }, [isAsked, mutate]);
  return probe;
}

/** What the test transaction saw on each rung. */
export function ProbeResult({ probe }: { readonly probe: Probe }): ReactElement | null {
  if (probe.error !== null) return <Problem problem={probe.error} />;
  if (probe.data === undefined) return null;
  return (
    <Card title="Test transaction" aside={<Badge>{duration(probe.data.ms)} in all</Badge>}>
      <Ladder steps={probe.data.steps} isLive />
    </Card>
  );
}
