import type { FileFacts } from '../file-facts.ts';
import type { LintContext, Meant, Problem, Rule, Severity } from '../lint-types.ts';

/** What the agents do with a file that they cannot use differs: one crashes, one stops sending, one is silent. None reports. */
export const caFile: Rule = {
  id: 'ca-file',
  summary: 'The file of the authority has to be there, readable, PEM, and hold certificates alone.',
  source: 'reference/agents.md §1.2, §6 (CA file missing), §10 no. 4 and 5',
  check: (context) => context.meant.flatMap((meant) => problemOf(meant, context) ?? []),
};

function problemOf(meant: Meant, { factsOf }: LintContext): Problem | null {
  const { written, known, text } = meant;
  const isFile = known.some(({ setting }) => setting.key === 'caFile' && setting.format === 'path');
  if (!isFile || text === null || text.trim() === '' || written.inContainer) return null;
  const facts = factsOf(text);
  const said = facts === null ? null : judge(facts, text);
  if (said === null) return null;
  return { at: meant, severity: said[0], message: `${written.name}: ${said[1]}`, edits: [] };
}

function judge(facts: FileFacts, path: string): readonly [Severity, string] | null {
  if (facts.state === 'absent') {
    return facts.folderIsThere
      ? ['error', `there is no file ${path}. Correct the path; \`sealwire status\` shows that of the authority.`]
      : [
          'note',
          `there is no ${path} on this machine. Where the application runs elsewhere, make sure that it is there.`,
        ];
  }
  if (facts.state === 'folder') return ['error', `${path} is a folder. Name the file with the certificate.`];
  if (facts.state === 'unreadable') {
    return [
      'warning',
      `${path} cannot be read by this user. The application has to be able to: \`chmod a+r\` it, or run as its owner.`,
    ];
  }
  if (facts.hasPrivateKey) {
    return [
      'error',
      `${path} holds a private key. An agent needs the certificate alone; give it a file without the key, and keep the key to its owner.`,
    ];
  }
  if (facts.certificates === 0) {
    return [
      'error',
      `${path} holds no certificate in PEM (-----BEGIN CERTIFICATE-----). Agents read nothing else; convert DER with \`openssl x509 -inform der\`.`,
    ];
  }
  if (facts.isAuthority === false) {
    return [
      'warning',
      `${path} holds the certificate of a server, not of an authority. It is of no use to most agents, and to none after the next renewal.`,
    ];
  }
  return null;
}
