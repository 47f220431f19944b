import { basename, join } from 'node:path';
import type { FoundProject, ProjectFiles } from '../definition.ts';
import { frameworks as serverFrameworks } from '../nodejs/frameworks.ts';
import { readJson } from '../project-files.ts';
import { serviceNameFrom } from '../service-name.ts';
import { frameworks } from './frameworks.ts';

/** Where Create React App shows the page. */
const REACT_SCRIPTS = 'http://localhost:3000';

const AGENT = /^@elastic\/apm-rum/;

/**
 * Recognises a folder whose package.json is about pages. One that also depends on a framework for servers is a project for browsers only where the agent is there already;
 * one without is none of the Node.js agent's.
 */
export function recognise(folder: string, files: ProjectFiles): FoundProject | null {
  const manifest = readJson(files, join(folder, 'package.json'));
  const dependencies = [...namesIn(manifest.dependencies), ...namesIn(manifest.devDependencies)];
  const framework = frameworks.find(({ markers }) => markers.some((marker) => dependencies.includes(marker)));
  if (framework === undefined) return null;
  const installed = dependencies.some((name) => AGENT.test(name));
  const isServer = serverFrameworks.some(({ markers }) => markers.some((marker) => dependencies.includes(marker)));
  if (isServer && !installed) return null;
  const name = typeof manifest.name === 'string' ? serviceNameFrom(manifest.name) : null;
  return {
    name: name ?? serviceNameFrom(basename(folder)) ?? 'my-page',
    framework: framework.id,
    installed,
    start: dependencies.includes('react-scripts') ? REACT_SCRIPTS : framework.start,
    insteadOf: isServer ? [] : ['nodejs'],
  };
}

function namesIn(section: unknown): string[] {
  return typeof section === 'object' && section !== null ? Object.keys(section) : [];
}
