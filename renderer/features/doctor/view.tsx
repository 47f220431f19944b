import type { ReactElement } from 'react';
import { addressOf, go, usePlace } from '../../app/router.ts';
import type { ScreenProps } from '../../app/screen-props.ts';
import { Page } from '../../ui/page.tsx';
import { DoctorPanel } from './doctor-panel.tsx';

/** Any APM Server examined from outside, as agents meet it. */
export default function Doctor({ status }: ScreenProps): ReactElement {
  const { query } = usePlace();
  return (
    <Page
      title="Doctor"
      lead="Examines an APM Server from outside: what agents meet there, which of them will accept it, and what to mend. It changes nothing."
    >
      <DoctorPanel
        url={query.get('url') ?? ''}
        origin={query.get('origin') ?? ''}
        hasOwnToken={status.tokens.some(({ state }) => state === 'active')}
        onAsked={(url, origin) => go(addressOf('/doctor', { url, origin }), 'replace')}
      />
    </Page>
  );
}
