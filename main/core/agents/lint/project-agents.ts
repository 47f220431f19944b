import { dirname, join } from 'node:path';
import type { Host } from '../../host/host.ts';
import type { ProjectFiles } from '../definition.ts';
import { projectFiles, readJson } from '../project-files.ts';
import { type DeclaredAgent, declaredAgents, isManifest } from './declared-agents.ts';

/** How many folders upward the manifest of a project may be. */
const HIGHEST = 8;

/**
 * Finds the agents of the project that a file belongs to: of its folder, or of the nearest one above, up to the root of the repository. Looks into each folder
 * once.
 */
export function projectAgents(host: Host): (file: string) => readonly DeclaredAgent[] {
  const files = projectFiles(host);
  const looked = new Map<string, readonly DeclaredAgent[]>();
  const from = (folder: string, height: number): readonly DeclaredAgent[] => {
    const known = looked.get(folder);
    if (known !== undefined) return known;
    const names = files.list(folder);
    const own = names
      .filter(isManifest)
      .flatMap((name) => declaredAgents(name, files.read(join(folder, name)) ?? ''))
      .map((each) => installed(files, folder, each));
    const isTop = names.includes('.git') || height === 0 || dirname(folder) === folder;
    const declared = own.length > 0 || isTop ? own : from(dirname(folder), height - 1);
    looked.set(folder, declared);
    return declared;
  };
  return (file) => from(dirname(file), HIGHEST);
}

/** What npm has installed is more exact than what the manifest allows. */
function installed(files: ProjectFiles, folder: string, declared: DeclaredAgent): DeclaredAgent {
  if (declared.agent !== 'nodejs') return declared;
  const { version } = readJson(files, join(folder, 'node_modules', 'elastic-apm-node', 'package.json'));
  return typeof version === 'string' ? { ...declared, versions: { lowest: version, highest: version } } : declared;
}
