import { agentConfig } from './agent-config.ts';
import { intake } from './intake.ts';
import type { Route } from './route.ts';

/** The paths of browser agents. They do what the others do: the form of an event is told by its line, not by its path (reference A1). */
export const RUM_ROUTES: readonly Route[] = [
  { ...intake, path: '/intake/v2/rum/events', isRum: true },
  { ...intake, path: '/intake/v3/rum/events', isRum: true },
  { ...agentConfig, path: '/config/v1/rum/agents', isRum: true },
];
