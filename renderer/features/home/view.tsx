import { type ReactElement, useState } from 'react';
import type { ProcedureOutput } from '../../../main/contract/index.ts';
import type { ScreenProps } from '../../app/screen-props.ts';
import { FirstRun } from './first-run.tsx';
import { Living } from './living.tsx';

/** Home: the one click before, the state of everything after it. What the click made stays in view until the person moves on. */
export default function Home({ status }: ScreenProps): ReactElement {
  const [made, setMade] = useState<ProcedureOutput<'init.run'> | null>(null);
  // The core tells that it is secure before the click is answered: the endpoint has yet to listen.
  const [isMaking, setIsMaking] = useState(false);
  return !status.initialised || isMaking || made !== null ? (
    <FirstRun made={made} onMade={setMade} onMaking={setIsMaking} />
  ) : (
    <Living status={status} />
  );
}
