/** Versions that a project allows, the newest being an imagined one where the range is open. */
export interface VersionRange {
  readonly lowest: string;
  readonly highest: string;
}

/** An agent that a project declares, and its versions where it says them. */
export interface DeclaredAgent {
  readonly agent: string;
  readonly versions: VersionRange | null;
}

interface Declaration {
  readonly agent: string;
  readonly mark: RegExp;
  /** Up to the version, which comes with the operator before it. */
  readonly before: string;
}

/** Names of the agents' packages in the manifests of each language (reference/agents.md §2). */
const MANIFESTS: readonly { readonly file: RegExp; readonly agents: readonly Declaration[] }[] = [
  {
    file: /^package\.json$/,
    agents: [
      { agent: 'nodejs', mark: /"elastic-apm-node"\s*:/, before: String.raw`"elastic-apm-node"\s*:\s*"` },
      { agent: 'rum-js', mark: /"@elastic\/apm-rum(-\w+)?"\s*:/, before: String.raw`"@elastic/apm-rum"\s*:\s*"` },
    ],
  },
  {
    file: /^(requirements.*\.txt|pyproject\.toml|pipfile|setup\.(py|cfg))$/,
    agents: [
      { agent: 'python', mark: /\belastic-apm\b/, before: String.raw`\belastic-apm(?:\[[\w,-]+\])?"?\s*(?:=\s*")?` },
    ],
  },
  {
    file: /^go\.mod$/,
    agents: [{ agent: 'go', mark: /\bgo\.elastic\.co\/apm\b/, before: String.raw`\bgo\.elastic\.co/apm(?:/v\d+)? ` }],
  },
  {
    file: /^(pom\.xml|build\.gradle(\.kts)?)$/,
    agents: [
      {
        agent: 'java',
        mark: /elastic-apm-agent|apm-agent-(attach|api)/,
        before: String.raw`(?:<artifactId>(?:elastic-apm-agent|apm-agent-\w+)</artifactId>\s*<version>|co\.elastic\.apm:(?:elastic-apm-agent|apm-agent-\w+):)`,
      },
    ],
  },
  {
    file: /^gemfile(\.lock)?$/,
    agents: [{ agent: 'ruby', mark: /\belastic-apm\b/, before: String.raw`\belastic-apm \(` }],
  },
  {
    file: /\.csproj$/,
    agents: [
      { agent: 'dotnet', mark: /Include="Elastic\.Apm/, before: String.raw`Include="Elastic\.Apm[\w.]*"\s+Version="` },
    ],
  },
];

/** Whether a file of this name says which agents a project has. */
export function isManifest(name: string): boolean {
  return MANIFESTS.some(({ file }) => file.test(name.toLowerCase()));
}

/** The agents that a manifest declares. */
export function declaredAgents(name: string, text: string): readonly DeclaredAgent[] {
  const manifest = MANIFESTS.find(({ file }) => file.test(name.toLowerCase()));
  return (manifest?.agents ?? [])
    .filter(({ mark }) => mark.test(text))
    .map(({ agent, before }) => {
      const [, operator = '', version] =
        new RegExp(String.raw`${before}(===?|~=|>=?|\^|~)?\s*v?(\d+(?:\.\d+)*)`).exec(text) ?? [];
      return { agent, versions: version === undefined ? null : rangeOf(operator, version) };
    });
}

/** Any number that no part of a version reaches. */
const ANY = '99999';

/** The range of an operator of npm, pip or Poetry; without one the version is exact. */
function rangeOf(operator: string, lowest: string): VersionRange {
  const [major = '0', minor = '0'] = lowest.split('.');
  if (operator === '^') return { lowest, highest: major === '0' ? `0.${minor}.${ANY}` : `${major}.${ANY}` };
  if (operator === '~') return { lowest, highest: `${major}.${minor}.${ANY}` };
  if (operator === '~=') return { lowest, highest: `${lowest.split('.').slice(0, -1).join('.')}.${ANY}` };
  if (operator.startsWith('>')) return { lowest, highest: ANY };
  return { lowest, highest: lowest };
}
