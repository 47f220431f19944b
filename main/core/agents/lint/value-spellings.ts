/** How an agent reads a switch, by its id (reference/agents.md §1.4). */
interface Spelling {
  readonly on: RegExp;
  readonly off: RegExp;
  /** What it makes of anything else. */
  readonly otherwise: string;
}

const SPELLINGS: Readonly<Record<string, Spelling>> = {
  nodejs: { on: /^true$/, off: /^false$/, otherwise: 'passes it over and keeps its default' },
  python: { on: /^true$/i, off: /^false$/i, otherwise: 'takes it for true' },
  ruby: { on: /^(true|1)$/i, off: /^(false|0)$/i, otherwise: 'does not take it for false' },
  java: { on: /^true$/i, off: /^false$/i, otherwise: 'is only known to understand true and false' },
  dotnet: { on: /^true$/i, off: /^false$/i, otherwise: 'passes it over and keeps its default' },
  'dotnet-framework': { on: /^true$/i, off: /^false$/i, otherwise: 'passes it over and keeps its default' },
  php: { on: /^(true|on|yes|1)$/i, off: /^(false|off|no|0)$/i, otherwise: 'passes it over' },
  go: { on: /^(1|t|T|true|TRUE|True)$/, off: /^(0|f|F|false|FALSE|False)$/, otherwise: 'does not start at all' },
};

/** What an agent makes of a switch that is spelt like this, in words; null where it reads it as it is meant, and for an agent whose spellings are not known. */
export function misreadSwitch(agent: string, value: string): string | null {
  const spelling = SPELLINGS[agent];
  if (spelling === undefined || spelling.on.test(value) || spelling.off.test(value)) return null;
  return spelling.otherwise;
}

/** Whether a switch is off for an agent; by the word alone for one whose spellings are not known. */
export function isOffFor(agent: string, value: string): boolean {
  return (SPELLINGS[agent]?.off ?? /^false$/i).test(value);
}

const UNITLESS: Readonly<Record<string, string>> = {
  go: 'refuses it',
  java: 'refuses it',
  python: 'refuses it and then sends nothing at all',
  nodejs: 'has to guess the unit and warns',
  ruby: 'has to guess the unit',
  dotnet: 'has to guess the unit',
  'dotnet-framework': 'has to guess the unit',
};

/** What an agent makes of a duration without its unit (reference/agents.md §1.3, §10 no. 5); null for agents that take bare numbers. */
export function unitlessDuration(agent: string): string | null {
  return UNITLESS[agent] ?? null;
}
