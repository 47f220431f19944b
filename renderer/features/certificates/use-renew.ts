import type { Certificate } from '../../../main/contract/index.ts';
import { go } from '../../app/router.ts';
import type { CallError } from '../../bridge/call-error.ts';
import { useAct } from '../../bridge/procedure.ts';
import { announceVisibly } from '../../ui/announcer.tsx';
import { dayOf } from '../../ui/format.ts';
import { exportAddress } from './addresses.ts';

interface Renewing {
  readonly renew: (certificate: Certificate) => void;
  /** Id of the one that is being renewed, or null. */
  readonly renewing: string | null;
  readonly problem: CallError | null;
}

/** Renews by hand. What the endpoint presents needs nothing after that; any other is handed over next, because whoever has the old one needs the new one. */
export function useRenew(): Renewing {
  const act = useAct('certificate.renew');
  return {
    renewing: act.isPending ? (act.variables?.id ?? null) : null,
    problem: act.error,
    renew: ({ id }) =>
      act.mutate(
        { id },
        {
          onSuccess: (renewed) => {
            const until = `until ${dayOf(renewed.notAfter)}`;
            if (renewed.inUse) return announceVisibly(`Renewed ${until}. The endpoint presents the new one.`);
            announceVisibly(`Renewed ${until}. Export it to where the old one is used.`);
            go(exportAddress(renewed.id));
          },
          onError: ({ message, fix }) => announceVisibly(`${message} ${fix}`),
        },
      ),
  };
}
