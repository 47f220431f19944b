import { z } from 'zod';
import { diagnosis } from './shapes.ts';
import { agentTrust } from './trust-shapes.ts';

/* What scripts and the interface are told of an agent (design.md §8): fields may be added, these stay. */

/** How far it was seen that a form works: a real agent reported by it, its settings are known from the agent's source, or neither. */
export const proven = z.object({
  by: z.enum(['run', 'source', 'none']),
  /** Versions and frameworks that reported; empty unless `by` is `run`. */
  versions: z.array(z.string()),
  frameworks: z.array(z.string()),
});

export const agentSummary = z.object({
  id: z.string(),
  title: z.string(),
  /** Newest version the definition was checked against, e.g. `6.26`. */
  version: z.string(),
  /** `start` is the command that usually starts such an application, e.g. `flask run`. */
  frameworks: z.array(z.object({ id: z.string(), title: z.string(), start: z.string() })),
  forms: z.array(z.object({ as: z.string(), title: z.string(), shells: z.array(z.string()), proven })),
  keywords: z.array(z.string()),
  trust: agentTrust,
  /** Where its applications run: a page can keep no token and is let in by its origin, and no command of this machine is an application of a device. */
  runsIn: z.enum(['process', 'page', 'device']),
});

/** `agent show`: secrets stand as `${SECRET_TOKEN}` unless they were asked for. */
export const snippet = z.object({
  agent: z.string(),
  as: z.string(),
  files: z.array(z.object({ path: z.string(), content: z.string() })),
  env: z.record(z.string(), z.string()),
  commands: z.array(z.string()),
  notes: z.array(z.string()),
  proven,
  /** Steps in reading order, each with the text to show and to copy; `language` names the highlighter. */
  blocks: z.array(
    z.object({ title: z.string(), path: z.string().nullable(), language: z.string(), content: z.string() }),
  ),
});

/** `agent apply`: a change to a file of a project, shown or made. */
export const appliedWiring = z.object({
  path: z.string(),
  as: z.string(),
  /** Unified difference with the values of secrets covered; empty where the file says all of it already. */
  diff: z.string(),
  /** By which the file is known again when the change is agreed to. */
  seen: z.string(),
  holdsToken: z.boolean(),
  applied: z.boolean(),
  /** Entry of the ledger that undoes it. */
  entry: z.string().nullable(),
  /** What is still to be typed: adding the package, bringing in the token, starting the application. */
  commands: z.array(z.string()),
  /** Everything that is still to be done by hand, in reading order: those commands, and what goes into program code. */
  remaining: snippet.shape.blocks,
  notes: z.array(z.string()),
});

/** A file of a project into which an agent can be wired. */
export const wiringPlace = z.object({
  path: z.string(),
  /** Its path beneath the folder of the project. */
  name: z.string(),
  /** The form whose lines go into it. */
  as: z.string(),
  exists: z.boolean(),
  /** Whether the token would go into it, and what git does with the file then: `kept` out of commits, `committable` as it is not ignored yet, `tracked` as it is committed already. */
  token: z.enum(['none', 'kept', 'committable', 'tracked']),
  /** Services of a Compose file, one of which is the application. */
  entries: z.array(z.string()),
});

/** What `agent lint` says of one place. An error or a warning fails the check; a note does not. */
export const lintFinding = z.object({
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'note']),
  file: z.string(),
  /** Line and column from 1, in UTF-16 units; the end is the first column behind the setting. */
  line: z.number(),
  column: z.number(),
  endLine: z.number(),
  endColumn: z.number(),
  message: z.string(),
  /** The setting as it should be written; empty where it should go, null where no text can be given. Secrets in it are masked. */
  fix: z.string().nullable(),
});

/** A stretch of a text in UTF-16 units; `end` is the first one behind it. */
const span = z.object({ start: z.number(), end: z.number() });

/** What is found in a pasted text: no file, and the replacements that mend it, none of which holds a secret. */
export const pastedFinding = lintFinding
  .omit({ file: true })
  .extend({ edits: z.array(span.extend({ text: z.string() })) });

export const lintAnswer = z.object({
  /** What the text was read as, such as `a Dockerfile`; null where it holds nothing of an agent. */
  format: z.string().nullable(),
  findings: z.array(pastedFinding),
  /** Where secrets stand in the text, to be masked where it is shown. */
  secrets: z.array(span),
});

/** What an agent's own log says of its connection. */
export const explainAnswer = z.object({
  /** The agent whose words they are; null where several write the same, or where nothing is said. */
  agent: z.string().nullable(),
  /** Ids of those several. */
  candidates: z.array(z.string()),
  /** Each failure once, in the order of the text. */
  said: z.array(
    z.object({
      /** The first lines that say it, from 1, and how many there are in all. */
      lines: z.array(z.number()),
      count: z.number(),
      diagnosis,
    }),
  ),
});

export type ExplainAnswer = z.infer<typeof explainAnswer>;
export type LintAnswer = z.infer<typeof lintAnswer>;
export type LintFinding = z.infer<typeof lintFinding>;
export type AgentSummary = z.infer<typeof agentSummary>;
export type Proven = z.infer<typeof proven>;
export type Snippet = z.infer<typeof snippet>;
export type WiringPlace = z.infer<typeof wiringPlace>;
export type AppliedWiring = z.infer<typeof appliedWiring>;
