import type { Check } from './check.ts';
import { addresses } from './checks/addresses.ts';
import { agentConfig } from './checks/agent-config.ts';
import { agents } from './checks/agents.ts';
import { bodySize } from './checks/body-size.ts';
import { certificate } from './checks/certificate.ts';
import { chain } from './checks/chain.ts';
import { ciphers } from './checks/ciphers.ts';
import { clock } from './checks/clock.ts';
import { http } from './checks/http.ts';
import { identity } from './checks/identity.ts';
import { otlpGrpc } from './checks/otlp-grpc.ts';
import { otlpHttp } from './checks/otlp-http.ts';
import { plainHttp } from './checks/plain-http.ts';
import { proxy } from './checks/proxy.ts';
import { rum } from './checks/rum.ts';
import { strictness } from './checks/strictness.ts';
import { tcp } from './checks/tcp.ts';
import { testEvent } from './checks/test-event.ts';
import { tls } from './checks/tls.ts';
import { tlsVersions } from './checks/tls-versions.ts';
import { token } from './checks/token.ts';
import { trust } from './checks/trust.ts';

/** Every check in the order in which it is made; what a check needs stands before it. */
export const CHECKS: readonly Check[] = [
  addresses,
  tcp,
  tls,
  tlsVersions,
  ciphers,
  chain,
  certificate,
  strictness,
  trust,
  agents,
  plainHttp,
  http,
  proxy,
  clock,
  identity,
  token,
  agentConfig,
  otlpHttp,
  otlpGrpc,
  rum,
  bodySize,
  testEvent,
];
