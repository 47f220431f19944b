import type { DoctorDetail } from '../../../contract/index.ts';
import { agentTrust } from '../../agents/agent-trust.ts';
import type { AgentDefinition } from '../../agents/definition.ts';
import { tlsClientName } from '../../agents/tls-client.ts';
import { listWords } from '../../evidence/words.ts';
import type { CertificateFault } from '../certificates/fault.ts';
import { findFaults } from '../certificates/find-faults.ts';
import { type Check, failed, NO_CERTIFICATE, passed, skipped, warned } from '../check.ts';
import type { TrustSource } from '../examination.ts';

/** Where programs look that read a group of stores. */
const STORES = {
  system: 'the system’s store',
  browser: 'the browser’s store',
  java: 'Java’s truststore',
  environment: 'a variable of the environment',
  container: 'the store of its container',
  device: 'the store of the device',
  subsystem: 'the store of the subsystem',
} as const;

const WIDEST: readonly TrustSource[] = ['mozilla', 'system', 'given', 'workspace'];

/** Which agents of the catalogue will accept the certificate, with what they need for it, and which will not and why. */
export const agents: Check = {
  id: 'agents',
  title: 'Agents',
  needs: ['tls'],
  run: async (it) => {
    if ((await it.chain()) === null) return skipped(NO_CERTIFICATE);
    const faults = findFaults({ path: await it.path(), host: it.target.host, now: it.world.now() });
    const verifying = (await it.trust()).filter(({ objection }) => objection === null).map(({ from }) => from);
    // A public authority is in every store; one that the system alone has was put there.
    const verified = WIDEST.find((from) => verifying.includes(from)) ?? null;
    if (it.order.known?.from === 'given' && verified === null && faults.length === 0) {
      return failed(
        'No agent will accept this certificate with that CA file.',
        'it does not verify the chain that the server sends',
        'Mend the chain, or give agents the authority that it leads to.',
      );
    }
    const details = it.order.catalogue.map((agent) => detailOf(agent, faults, verified));
    const refuse = details.filter(({ state }) => state === 'failed');
    const some = details.filter(({ state }) => state === 'warning');
    const accept = details.filter(({ state }) => state === 'ok');
    const evidence = [
      accept.length === 0 ? '' : `accept it: ${namesIn(accept)}`,
      some.length === 0 ? '' : `depends: ${namesIn(some)}`,
      refuse.length === 0 ? '' : `refuse it: ${namesIn(refuse)}`,
    ]
      .filter((part) => part !== '')
      .join('; ');
    if (accept.length === 0 && some.length === 0) {
      return failed('No agent will accept this certificate.', evidence, faults[0]?.fix ?? null, details);
    }
    if (refuse.length + some.length > 0) {
      const fixes = [...new Set(faults.map(({ fix }) => fix))];
      return warned(
        refuse.length > 0
          ? `${namesIn(refuse)} will refuse this certificate.`
          : `With ${namesIn(some)} it depends on the version.`,
        evidence,
        fixes.join(' '),
        details,
      );
    }
    const needs = verified === 'mozilla' ? '' : ', once they are told to trust the authority';
    return passed(`Every agent will accept this certificate${needs}.`, evidence, details);
  },
};

function detailOf(
  agent: AgentDefinition,
  faults: readonly CertificateFault[],
  verified: TrustSource | null,
): DoctorDetail {
  const minds = agent.tlsClients.map((client) => ({
    client,
    fault: faults.find(({ refusedBy }) => refusedBy.includes(client)),
  }));
  const bad = minds.flatMap(({ client, fault }) => (fault === undefined ? [] : [{ client, fault }]));
  const [first] = bad;
  if (first !== undefined && bad.length === minds.length) {
    return { what: agent.title, state: 'failed', text: `refuses it: ${first.fault.sentence}` };
  }
  if (first !== undefined) {
    const who = listWords(bad.map(({ client }) => tlsClientName(client)));
    return { what: agent.title, state: 'warning', text: `${who} refuses it: ${first.fault.sentence}` };
  }
  return { what: agent.title, state: 'ok', text: needsOf(agent, verified) };
}

/** What the agent has to be told, as it stands behind its name. */
function needsOf(agent: AgentDefinition, verified: TrustSource | null): string {
  if (verified === 'mozilla') return 'accepts it as it is: the authority is a public one';
  const { setting, groups } = agentTrust(agent);
  const readsSystem = groups.includes('system');
  if (verified === 'system' && readsSystem)
    return 'accepts it where its machine’s store has the authority, as this one’s has';
  if (setting !== null) return `accepts it once ${setting} names the file of the authority`;
  const [store] = groups;
  return store === undefined
    ? 'accepts it once it trusts the authority'
    : `accepts it once ${STORES[store]} has the authority`;
}

function namesIn(details: readonly DoctorDetail[]): string {
  return listWords(details.map(({ what }) => what));
}
