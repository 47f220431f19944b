import type { Handover, HandoverFile, ServerPlan } from './handover.ts';
import { agentUrl } from './server-yml.ts';

/** Completes a hand-over by a README with its steps, and how agents are pointed to the server. It holds no secret. */
export function withReadme(title: string, plan: ServerPlan, { files, steps, notes }: Handover): Handover {
  const all = [...steps, ...agentSteps(plan, files)];
  const lines = [
    `# ${title}`,
    '',
    `Made by Sealwire for APM Server ${plan.version.text}.`,
    '',
    '## Files',
    '',
    ...files.map(
      ({ name, isSecret }) =>
        `- \`${name}\`${isSecret ? ' — holds a secret: keep it from everybody else (mode 0600)' : ''}`,
    ),
    '',
    '## Steps',
    '',
    ...all.map((step, at) => `${at + 1}. ${step}`),
    ...(notes.length === 0 ? [] : ['', '## To be known', '', ...notes.map((note) => `- ${note}`)]),
    '',
  ];
  return {
    files: [...files, { name: 'README.md', content: lines.join('\n'), isSecret: false }],
    steps: all,
    notes,
  };
}

/** What comes first where the certificate is still to be signed. */
export function requestSteps({ material }: ServerPlan): string[] {
  if (material.request === null) return [];
  return [
    'Have `certs/apm-server.csr` signed by the authority of your organisation. Put what comes back into `certs/apm-server.crt`: the server’s own certificate first, then every certificate between it and the root. Check that it fits with `openssl verify -untrusted certs/apm-server.crt -CAfile ROOT certs/apm-server.crt`.',
  ];
}

function agentSteps(plan: ServerPlan, files: readonly HandoverFile[]): string[] {
  const ca = files.find(({ name }) => name.endsWith('ca.crt') && !name.includes('clients'))?.name ?? null;
  const url = agentUrl(plan);
  return [
    `Check the server from outside, from a machine with Sealwire: \`sealwire doctor ${url}${ca === null ? '' : ` --ca ${ca}`} --own-token\`.`,
    `Point the agents to it: \`sealwire agent show AGENT --server ${url}\` prints the lines of each. ${
      ca === null
        ? 'They have to trust the authority of your organisation.'
        : `They have to trust \`${ca}\`, which holds no secret and may be copied anywhere.`
    } The token is what \`sealwire token show\` prints.`,
  ];
}
