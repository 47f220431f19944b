import { basename, dirname, isAbsolute, resolve } from 'node:path';
import { fail, type LintFinding } from '../../../contract/index.ts';
import type { Host } from '../../host/host.ts';
import type { AgentDefinition } from '../definition.ts';
import { contradictions, type PlacedMeant } from './contradictions.ts';
import type { DeclaredAgent } from './declared-agents.ts';
import { fileFacts } from './file-facts.ts';
import { foundFiles, isWanted, readFound } from './found-files.ts';
import { inGit } from './in-git.ts';
import { lintText, readText } from './lint-text.ts';
import { projectAgents } from './project-agents.ts';
import type { Span } from './span.ts';
import { textPlaces } from './text-places.ts';

export interface LintPathsRequest {
  readonly host: Host;
  readonly catalogue: readonly AgentDefinition[];
  readonly paths: readonly string[];
  /** An agent that all of it is for; null leaves that to the projects. */
  readonly agent: string | null;
  /** The version of that agent; null leaves it to the projects. */
  readonly agentVersion: string | null;
  /** How many files were looked at so far; called now and then. */
  progress(files: number): void;
}

/** A stretch of a file: lines and columns from 1, the end behind it. */
type PlacedRegion = Pick<LintFinding, 'line' | 'column' | 'endLine' | 'endColumn'>;

/** A finding and what mends it, each a text in the place of a stretch; none where no text can be given. */
export interface PlacedFinding extends LintFinding {
  readonly edits: readonly (PlacedRegion & { readonly text: string })[];
}

/** How often progress is told. */
const FILES_A_STEP = 500;

/** What deploys several applications at once is for no agent in particular. */
const FOR_ALL = ['compose', 'kubernetes'];

/** A text that holds something of an agent. */
interface Candidate {
  readonly path: string;
  /** As it is shown: from the path on that was named. */
  readonly shown: string;
  readonly text: string;
  readonly name: string | null;
  readonly declared: readonly DeclaredAgent[];
  readonly agents: readonly string[];
}

/**
 * Looks over files and whole trees. Throws `USAGE` for a path that is not there. Finding by finding in the order of files, then lines; `files` is how many were looked at.
 */
export async function lintPaths(request: LintPathsRequest): Promise<{ findings: PlacedFinding[]; files: number }> {
  const { host, catalogue } = request;
  const { candidates, files } = gather(request);
  const known = await inGit(
    host,
    candidates.filter((each) => holdsToken(each, catalogue)).map(({ path }) => path),
  );
  const placed: PlacedMeant[] = [];
  const findings = candidates.flatMap((candidate) => {
    const { path, shown, text, name } = candidate;
    const linted = lintText({
      text,
      name,
      catalogue,
      agents: candidate.agents,
      inGit: known.get(path) ?? null,
      versionOf: (agent) => versionOf(request, candidate, agent),
      factsOf: (named) => (isAbsolute(named) ? fileFacts(host.disk, named) : relativeFacts(host, path, named)),
    });
    const placeOf = textPlaces(text);
    const regionOf = ({ start, end }: Span): PlacedRegion => {
      const [from, to] = [placeOf(start), placeOf(end)];
      return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
    };
    placed.push(...linted.meant.map((meant) => ({ file: shown, meant, ...placeOf(meant.written.nameSpan.start) })));
    return linted.findings.map(({ rule, severity, line, column, endLine, endColumn, message, fix, edits }) => ({
      rule,
      severity,
      file: shown,
      line,
      column,
      endLine,
      endColumn,
      message,
      fix,
      edits: edits.map((edit) => ({ ...regionOf(edit), text: edit.text })),
    }));
  });
  const between = contradictions(placed).map(({ loser: { file, line, column, meant }, message }) => ({
    rule: 'contradiction',
    severity: 'warning' as const,
    file,
    line,
    column,
    endLine: line,
    endColumn: column + meant.written.name.length,
    message,
    fix: null,
    edits: [],
  }));
  return { findings: [...findings, ...between].sort(inOrder), files };
}

function gather({ host, catalogue, paths, agent, progress }: LintPathsRequest): {
  candidates: Candidate[];
  files: number;
} {
  const declaredFor = projectAgents(host);
  const candidates = new Map<string, Candidate>();
  let files = 0;
  for (const path of paths) {
    const root = resolve(path);
    const facts = host.disk.facts(root);
    if (facts === null) throw fail('USAGE', { what: `There is no file or folder ${path}.`, fix: 'Check the path.' });
    const found = facts.isFolder ? foundFiles(host.disk, root) : [{ path: root, name: basename(root) }];
    for (const { path: file, name } of found) {
      if (++files % FILES_A_STEP === 0) progress(files);
      const text = candidates.has(file) ? null : readFound(host.disk, file);
      if (text === null) continue;
      const shown = file === root ? path : `${path.replace(/[\\/]+$/, '')}${file.slice(root.length)}`;
      const declared = declaredFor(file);
      const asked = { text, name: isWanted(name) ? name : null, catalogue };
      const agents = agent === null ? declared.map((each) => each.agent) : [agent];
      const isForAll = agent === null && FOR_ALL.includes(readText({ ...asked, agents })?.reader.id ?? '');
      candidates.set(file, {
        path: file,
        shown: shown.replace(/^\.\//, ''),
        text,
        name: asked.name,
        declared,
        agents: isForAll ? [] : agents,
      });
    }
  }
  return { candidates: [...candidates.values()], files };
}

function holdsToken({ text, name, agents }: Candidate, catalogue: readonly AgentDefinition[]): boolean {
  const meant = readText({ text, name, agents, catalogue })?.meant ?? [];
  return meant.some(({ secret }) => secret !== null && secret.reveal() !== '');
}

function versionOf(
  { agent: named, agentVersion }: LintPathsRequest,
  { declared }: Candidate,
  agent: string,
): DeclaredAgent['versions'] {
  if (agentVersion !== null && (named === null || named === agent))
    return { lowest: agentVersion, highest: agentVersion };
  return declared.find((each) => each.agent === agent)?.versions ?? null;
}

/** A relative path starts where the application is started, which is not known; a file that is there, seen from the text's folder, is the one that is meant. */
function relativeFacts(host: Host, path: string, named: string): ReturnType<typeof fileFacts> | null {
  if (named.startsWith('~')) return null;
  const facts = fileFacts(host.disk, resolve(dirname(path), named));
  return facts.state === 'there' ? facts : null;
}

function inOrder(one: LintFinding, other: LintFinding): number {
  return one.file.localeCompare(other.file, 'en') || one.line - other.line || one.column - other.column;
}
