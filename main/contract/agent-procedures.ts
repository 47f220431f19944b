import { z } from 'zod';
import * as agents from './agent-shapes.ts';

const snippetRequest = z.object({
  agent: z.string(),
  as: z.string().optional(),
  shell: z.string().optional(),
  framework: z.string().optional(),
  agentVersion: z.string().optional(),
  service: z.string().optional(),
  environment: z.string().optional(),
  /** URL of the server to wire to; the local endpoint where it is left out. */
  server: z.string().optional(),
  reveal: z.boolean().default(false),
});

/** Procedures of the catalogue: what each agent needs, and what is found of it on this machine or in a text. */
export const AGENT_PROCEDURES = {
  'agent.list': { input: z.object({}), output: z.object({ agents: z.array(agents.agentSummary) }) },
  'agent.show': { input: snippetRequest, output: agents.snippet },
  /** Writes the wiring of an agent into a file of a project; without `agreed` it only shows the change. `seen` is what an earlier answer said of the file. */
  'agent.apply': {
    input: snippetRequest.omit({ reveal: true }).extend({
      /** Whole path of the file. */
      to: z.string(),
      /** Entry of a Compose file, where it has several. */
      entry: z.string().optional(),
      /** Adds the file to a `.gitignore` first, where it would hold the token and git would commit it. */
      ignore: z.boolean().default(false),
      agreed: z.boolean().default(false),
      seen: z.string().optional(),
    }),
    output: agents.appliedWiring,
  },
  /** The files of a project into which `agent.apply` can wire an agent, the one to be recommended first. */
  'agent.places': {
    input: z.object({ agent: z.string(), folder: z.string(), framework: z.string().optional() }),
    output: z.object({ places: z.array(agents.wiringPlace) }),
  },
  /** Looks over a text with settings of an agent, in whatever format it is. The text is neither kept nor logged, and the answer holds none of its secrets. */
  'agent.lint': {
    input: z.object({
      text: z.string().max(262_144),
      /** The file's name, which tells its format; left out, the text itself does. */
      name: z.string().max(255).optional(),
      /** The agent it is for, where that is known. */
      agent: z.string().optional(),
      agentVersion: z.string().optional(),
    }),
    output: agents.lintAnswer,
  },
  /** What a pasted log of an agent says of its connection. The text is neither kept nor logged, and nothing of it is in the answer. */
  'agent.explain': {
    input: z.object({
      text: z.string().max(262_144),
      /** The agent that wrote it, where that is known. */
      agent: z.string().optional(),
    }),
    output: agents.explainAnswer,
  },
  /** Everything `run` needs to start a command already wired; the token is in `env`, so this never leaves the person's own carriers. */
  'agent.launch': {
    input: z.object({
      command: z.array(z.string()).min(1),
      cwd: z.string(),
      env: z.record(z.string(), z.string()),
      agent: z.string().optional(),
      service: z.string().optional(),
      /** Whoever starts it will read its log: an agent that is silent by itself is made to speak on its streams. */
      readLog: z.boolean().optional(),
    }),
    output: z.object({
      agent: z.string(),
      service: z.string(),
      command: z.array(z.string()),
      /** Variables to add; an empty string is a value, null takes the variable away. */
      env: z.record(z.string(), z.string().nullable()),
      notes: z.array(z.string()),
      /** Words by which its log says that it cannot report; a line that holds one is for `agent.logged`. */
      phrases: z.array(z.string()),
      /** A folder to take away once the command has ended. */
      scratch: z.string().nullable(),
    }),
  },
  /** Tells which process `run` started, so that its connections are known as its own. */
  'agent.launched': {
    input: z.object({ pid: z.number(), agent: z.string(), service: z.string(), command: z.string() }),
    output: z.object({ done: z.literal(true) }),
  },
  /** A line that an agent logged while `run` read along: says what it means, and keeps that, not the line, for the service's diagnosis. */
  'agent.logged': {
    input: z.object({ agent: z.string(), service: z.string(), text: z.string().max(65_536) }),
    output: agents.explainAnswer,
  },
  'project.list': {
    input: z.object({ folders: z.array(z.string()).default([]) }),
    output: z.object({
      projects: z.array(
        z.object({
          folder: z.string(),
          name: z.string(),
          agent: z.string(),
          framework: z.string().nullable(),
          installed: z.boolean(),
          start: z.string(),
        }),
      ),
    }),
  },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;
