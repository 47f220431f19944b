import type { Wiring } from '../../main/core/agents/definition.ts';
import { SECRET_PLACEHOLDER } from '../../main/core/agents/forms/variables.ts';

/** A service of a machine that nobody has. */
export const SAMPLE_WIRING: Wiring = {
  url: 'https://localhost:8200',
  token: SECRET_PLACEHOLDER,
  caFile: '/home/ada/.local/share/sealwire/workspaces/default/ca.pem',
  service: 'shop-api',
  environment: null,
  agentVersion: '99.0.0',
  sealwire: 'sealwire',
  home: null,
  shell: 'bash',
  auth: 'token',
};
