import type { ProcedureOutput, Service } from '../../contract/index.ts';

export type TokenPlan = ProcedureOutput<'token.plan'>;

/**
 * The order in which the token of a real server is changed. It takes one token only (reference E2), so that agents with the old one and agents with the new one can never both be let in; Sealwire stands in front meanwhile, lets
 * in whoever has its own token, and keeps what comes while the server is down or has the other one.
 */
export function tokenPlan(server: string, sealwire: string, services: readonly Service[]): TokenPlan {
  const names = [...new Set(services.flatMap(({ service }) => service ?? []))].sort();
  const who = names.length === 0 ? 'every agent that reports there' : names.join(', ');
  return {
    server,
    steps: [
      {
        title: 'Stand in front',
        text: `On a machine that all agents reach, start Sealwire so that it passes on to ${server}. Put the present token of the server into a file first, for you alone (mode 0600); --host and a certificate with the machine's names let other machines in.`,
        commands: [
          `${sealwire} cert issue HOST`,
          `${sealwire} up --host ADDRESS --relay ${server} --relay-token-file present-token.txt`,
        ],
      },
      {
        title: 'Move the agents to it',
        text: `One after the other give ${who} the address, the CA file and the token of this Sealwire, and start it anew. Each is there once its ladder says reporting.`,
        commands: [`${sealwire} agent show AGENT`, `${sealwire} wait-for --service NAME`],
      },
      {
        title: 'See that nobody is left',
        text: 'Whoever still reports to the server itself would be lost in the next step. The server counts its requests; with all agents here, those that come from elsewhere have ended.',
        commands: [`${sealwire} status`],
      },
      {
        title: 'Change the token of the server',
        text: 'Replace it in the keystore of the server and start the server anew. What agents send meanwhile waits on the disk of this machine.',
        commands: [
          'apm-server keystore add SECRET_TOKEN --force --stdin < new-token.txt',
          'systemctl restart apm-server',
        ],
      },
      {
        title: 'Go on with the new one',
        text: 'Start Sealwire anew with the new token. What waited is sent now, and Home says when nothing waits any more.',
        commands: [
          `${sealwire} stop`,
          `${sealwire} up --host ADDRESS --relay ${server} --relay-token-file new-token.txt`,
        ],
      },
      {
        title: 'Move the agents back',
        text: `One after the other give ${who} the address of the server and its new token. Then nothing comes here any more, and Sealwire can be stopped once nothing waits.`,
        commands: [`${sealwire} agent show AGENT --server ${server}`, `${sealwire} stop`],
      },
    ],
  };
}
