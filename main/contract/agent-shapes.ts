import { z } from 'zod';
import { agentTrust } from './trust-shapes.ts';

/* Agents and the lines that wire them (design.md §8, `agent`): fields may be added, those of the design stay. */

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

export type AgentSummary = z.infer<typeof agentSummary>;
export type Snippet = z.infer<typeof snippet>;
