import { z } from 'zod';
import { agentTrust } from './trust-shapes.ts';

/* What scripts and the interface are told of an agent (design.md §8): fields may be added, these stay. */

export const agentSummary = z.object({
  id: z.string(),
  title: z.string(),
  /** Newest version the definition was checked against, e.g. `6.26`. */
  version: z.string(),
  /** `start` is the command that usually starts such an application, e.g. `flask run`. */
  frameworks: z.array(z.object({ id: z.string(), title: z.string(), start: z.string() })),
  forms: z.array(z.object({ as: z.string(), title: z.string(), shells: z.array(z.string()) })),
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
  notes: z.array(z.string()),
});

export type AgentSummary = z.infer<typeof agentSummary>;
export type Snippet = z.infer<typeof snippet>;
