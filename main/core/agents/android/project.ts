import { basename, dirname, join } from 'node:path';
import type { FoundProject, ProjectFiles } from '../definition.ts';
import { serviceNameFrom } from '../service-name.ts';

/** The plugin that makes a module an app, where it is applied and not only named for others. */
const APPLIED = /com\.android\.application\b(?!.*\bapply\s+false)/;

/** Recognises the folder of an app, and the one above whose `app` it is. To Java's eyes either is a project of Gradle. */
export function recognise(folder: string, files: ProjectFiles): FoundProject | null {
  const module = [folder, join(folder, 'app')].find((each) => APPLIED.test(manifestOf(each, files)));
  if (module === undefined) return null;
  const isPart = module === folder && settingsOf(folder, files) === '';
  const root = isPart ? dirname(folder) : folder;
  const named = /rootProject\.name\s*=\s*["']([^"']+)["']/.exec(settingsOf(root, files))?.[1];
  const sources = files.list(join(module, 'src/main'));
  return {
    name: serviceNameFrom(named ?? basename(folder)) ?? 'android-app',
    framework: sources.includes('kotlin') || /\bkotlin\b/.test(manifestOf(module, files)) ? 'kotlin' : 'java',
    installed: /co\.elastic\.otel\.android/.test(manifestOf(module, files)),
    start: './gradlew installDebug',
    ...(isPart ? { partOf: root } : {}),
    insteadOf: ['java'],
  };
}

function manifestOf(folder: string, files: ProjectFiles): string {
  return read(folder, /^build\.gradle(\.kts)?$/, files);
}

function settingsOf(folder: string, files: ProjectFiles): string {
  return read(folder, /^settings\.gradle(\.kts)?$/, files);
}

function read(folder: string, name: RegExp, files: ProjectFiles): string {
  const found = files.list(folder).find((each) => name.test(each));
  return found === undefined ? '' : (files.read(join(folder, found)) ?? '');
}
