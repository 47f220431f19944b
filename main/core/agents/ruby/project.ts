import { basename, join } from 'node:path';
import type { FoundProject, Framework, ProjectFiles } from '../definition.ts';
import { ancestors } from '../project-files.ts';
import { serviceNameFrom } from '../service-name.ts';
import { frameworks } from './frameworks.ts';

/** What a Gemfile and its lock say. */
export interface Bundle {
  readonly folder: string;
  readonly framework: Framework;
  /** Version of the agent in the lock; `''` where only the Gemfile names it, null where neither does. */
  readonly agent: string | null;
}

/** Recognises a folder with a Gemfile or a config.ru, and its framework by the gems that it names. */
export function recognise(folder: string, files: ProjectFiles): FoundProject | null {
  const bundle = readBundle(folder, files) ?? withoutBundle(folder, files);
  if (bundle === null) return null;
  return {
    name: projectName(folder, files) ?? serviceNameFrom(basename(folder)) ?? 'ruby-app',
    framework: bundle.framework.id,
    installed: bundle.agent !== null,
    start: bundle.framework.start,
  };
}

/** The bundle that a folder belongs to: the nearest Gemfile, as Bundler finds it. */
export function bundleOf(folder: string, files: ProjectFiles): Bundle | null {
  for (const parent of ancestors(folder)) {
    const bundle = readBundle(parent, files);
    if (bundle !== null) return bundle;
  }
  return null;
}

function readBundle(folder: string, files: ProjectFiles): Bundle | null {
  const names = files.list(folder);
  const [gemfile, lock] = names.includes('gems.rb') ? ['gems.rb', 'gems.locked'] : ['Gemfile', 'Gemfile.lock'];
  if (!names.includes(gemfile)) return null;
  const named = files.read(join(folder, gemfile)) ?? '';
  const locked = files.read(join(folder, lock)) ?? '';
  const has = (gem: string): boolean => new RegExp(`^\\s*gem[\\s(]+["']${gem}["']`, 'm').test(named);
  const version = /^ {4}elastic-apm \(([\d.]+)\S*\)$/m.exec(locked)?.[1];
  const framework = frameworks.find(({ markers }) => markers.some(has)) ?? frameworkNamed('rack');
  return { folder, framework, agent: version ?? (has('elastic-apm') ? '' : null) };
}

/** A rackup file alone is an application as well. */
function withoutBundle(folder: string, files: ProjectFiles): Bundle | null {
  if (!files.list(folder).includes('config.ru')) return null;
  return { folder, framework: frameworkNamed('rack'), agent: null };
}

function frameworkNamed(id: string): Framework {
  const framework = frameworks.find((each) => each.id === id);
  if (framework === undefined) throw new Error(`the definition of ruby names no framework ${id}`);
  return framework;
}

/** The module around the application of Rails, which the agent takes for its name too. */
function projectName(folder: string, files: ProjectFiles): string | null {
  const application = files.read(join(folder, 'config', 'application.rb'));
  const name = application === null ? undefined : /^\s*module\s+([A-Z]\w*)/m.exec(application)?.[1];
  return name === undefined ? null : serviceNameFrom(name);
}
