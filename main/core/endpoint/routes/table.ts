import { agentConfig } from './agent-config.ts';
import { intake } from './intake.ts';
import { otlpRoutes } from './otlp.ts';
import { root } from './root.ts';
import type { Route } from './route.ts';
import { rumDisabled } from './rum-disabled.ts';

/** Every path of the endpoint. Paths are exact: a trailing slash is another path (reference A0 rule 12). */
export const ROUTES: ReadonlyMap<string, Route> = new Map(
  [root, intake, agentConfig, ...otlpRoutes, ...rumDisabled].map((route) => [route.path, route]),
);
