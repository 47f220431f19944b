import { isOlder } from '../../version.ts';
import { rename } from '../edits.ts';
import type { KnownAs, LintContext, Meant, Problem, Rule } from '../lint-types.ts';
import { nameThere } from '../meaning.ts';
import { listed } from '../words.ts';

/** Names that come with a version or went with one: the agent of the project passes over what it does not have. */
export const agentVersion: Rule = {
  id: 'agent-version',
  summary: 'A setting that the project’s version of the agent does not have is passed over.',
  source: 'main/core/agents/*/settings.ts: since, until',
  check: (context) => context.meant.flatMap((meant) => problemOf(meant, context) ?? []),
};

function problemOf(meant: Meant, context: LintContext): Problem | null {
  const found = meant.known.map((each) => ({ each, said: misfit(each, context) }));
  const said = found.flatMap((one) => one.said ?? []);
  // Where another agent of the project reads it, it is right for that one.
  if (said.length === 0 || said.length < found.length) return null;
  const real = replacement(meant, context);
  const message = `${meant.written.name}: ${listed(said)}.${real === null ? '' : ` There it is called ${real}.`}`;
  return { at: meant, severity: 'error', message, edits: real === null ? [] : rename(meant.written, real) };
}

function misfit({ agent, setting }: KnownAs, { versionOf }: LintContext): string | null {
  const version = versionOf(agent.id);
  const whose = `the agent for ${agent.title}`;
  if (setting.until !== null && !isOlder(version?.lowest ?? agent.version, setting.until)) {
    return `${whose} no longer reads it since ${setting.until}${version === null ? '' : `, and the project has ${version.lowest}`}`;
  }
  if (version !== null && setting.since !== '0' && isOlder(version.highest, setting.since)) {
    return `${whose} reads it since ${setting.since}, and the project has ${version.lowest}: update the agent`;
  }
  return null;
}

/** What has taken the place of a name that is gone. */
function replacement({ known, written }: Meant, { versionOf }: LintContext): string | null {
  const names = known.flatMap(({ agent, setting }) => {
    const version = versionOf(agent.id)?.highest ?? agent.version;
    const heir = agent.settings.find(
      (each) =>
        each.key === setting.key &&
        each !== setting &&
        each.until === null &&
        each.never === null &&
        !isOlder(version, each.since),
    );
    return heir === undefined ? [] : (nameThere(heir, written) ?? []);
  });
  return names[0] ?? null;
}
