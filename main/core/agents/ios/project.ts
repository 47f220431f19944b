import { basename, join } from 'node:path';
import type { FoundProject, ProjectFiles } from '../definition.ts';
import { serviceNameFrom } from '../service-name.ts';
import { START } from './frameworks.ts';

/** Recognises a folder with a project of Xcode that builds for iOS, and its framework by the delegate that UIKit needs. */
export function recognise(folder: string, files: ProjectFiles): FoundProject | null {
  const project = files.list(folder).find((name) => name.endsWith('.xcodeproj'));
  if (project === undefined) return null;
  const text = files.read(join(folder, project, 'project.pbxproj')) ?? '';
  if (!/SDKROOT = (iphoneos|auto)|IPHONEOS_DEPLOYMENT_TARGET/.test(text)) return null;
  const name = basename(project, '.xcodeproj');
  const hasDelegate = files.list(join(folder, name)).includes('AppDelegate.swift');
  return {
    name: serviceNameFrom(name) ?? 'ios-app',
    framework: hasDelegate ? 'uikit' : 'swiftui',
    installed: text.includes('apm-agent-ios'),
    start: START,
  };
}
