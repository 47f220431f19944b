import type { LaunchPlan, LaunchRequest, ProjectFiles } from '../definition.ts';
import { findBrowser, installBrowser, PAGE_OR_BROWSER } from './browsers.ts';
import { recognise } from './project.ts';

const PAGE = /^https?:\/\//i;

/**
 * Opens the page in a browser that accepts the keys of this workspace's servers, in a profile of its own that goes with it: no trust store and no profile of the person is
 * touched. The page has to bring the agent, since a browser lets nobody load it from outside.
 */
export async function launch(request: LaunchRequest, files: ProjectFiles): Promise<LaunchPlan> {
  const [first = '', ...rest] = request.command;
  const isPage = PAGE.test(first);
  const program = first.split(/[\\/]/).at(-1) ?? '';
  const browser = isPage ? findBrowser(request, files) : PAGE_OR_BROWSER.test(program) ? first : null;
  const keys = request.ownKeys();
  if (browser === null || keys.length === 0) {
    return {
      ready: false,
      missing: browser === null ? 'a browser of the Chromium family' : 'the certificate of the endpoint',
      where: browser === null ? 'the PATH and the usual places for programs' : 'this workspace',
      install: browser === null ? installBrowser(request, files) : `${request.wiring.sealwire} init`,
    };
  }
  const scratch = request.scratch();
  const switches = [
    `--user-data-dir=${scratch}`,
    // It counts for whoever shows a certificate with one of these keys, and for nobody else (Chromium, services/network/public/cpp/network_switches.cc).
    `--ignore-certificate-errors-spki-list=${keys.join(',')}`,
    '--no-first-run',
    '--no-default-browser-check',
  ];
  return {
    ready: true,
    command: [browser, ...switches, ...(isPage ? [first, ...rest] : rest)],
    service: request.service ?? recognise(request.cwd, files)?.name ?? 'browser',
    env: {},
    scratch,
    notes: [
      `${browser} is opened with a profile of its own, which is removed when it is closed. It accepts the certificates of this workspace, that of ${request.wiring.url} among them, and no trust store is changed.`,
      'The page has to start the agent itself, under a name that it gives in its code.',
    ],
  };
}
