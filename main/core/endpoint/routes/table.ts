import type { ServerSettings } from '../server-settings.ts';
import { agentConfig } from './agent-config.ts';
import { debugVars } from './debug-vars.ts';
import { intake } from './intake.ts';
import { otlpRoutes } from './otlp.ts';
import { root } from './root.ts';
import type { Route } from './route.ts';
import { RUM_ROUTES } from './rum.ts';

const ROUTES: readonly Route[] = [root, intake, agentConfig, ...otlpRoutes, ...RUM_ROUTES];

/** Every path of the endpoint under these settings. Paths are exact: a trailing slash is another path (reference A0 rule 12). */
export function routesFor({ expvar }: ServerSettings): ReadonlyMap<string, Route> {
  const routes = expvar.enabled ? [{ ...debugVars, path: expvar.url }, ...ROUTES] : ROUTES;
  return new Map(routes.map((route) => [route.path, route]));
}
