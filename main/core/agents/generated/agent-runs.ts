import type { AgentRun } from '../agent-run.ts';

/** What real agents were seen to do in tests that passed; written by `npm run proven`. */
export const AGENT_RUNS: readonly AgentRun[] = [
  {"by":"nodejs.test.ts","agent":"nodejs","version":"4.18.0","form":"env","framework":"express","wrong":null,"stoppedAt":null,"code":null},
  {"by":"nodejs.test.ts","agent":"nodejs","version":"4.18.0","form":"run","framework":"express","wrong":null,"stoppedAt":null,"code":null},
  {"by":"nodejs.test.ts","agent":"nodejs","version":"4.18.0","form":"env","framework":"express","wrong":"no CA setting","stoppedAt":"trusted","code":"CA_NOT_TRUSTED"},
  {"by":"nodejs.test.ts","agent":"nodejs","version":"4.18.0","form":"env","framework":"express","wrong":"a wrong token","stoppedAt":"authorised","code":"TOKEN_WRONG"},
  {"by":"nodejs.test.ts","agent":"nodejs","version":"4.18.0","form":"env","framework":"express","wrong":"no token","stoppedAt":"authorised","code":"TOKEN_MISSING"},
  {"by":"nodejs.test.ts","agent":"nodejs","version":"4.18.0","form":"env","framework":"express","wrong":"http:// in the server URL","stoppedAt":"encrypted","code":"PLAIN_HTTP"},
  {"by":"nodejs.test.ts","agent":"nodejs","version":"4.18.0","form":"env","framework":"express","wrong":"a server name that the certificate does not cover","stoppedAt":"trusted","code":"NAME_NOT_COVERED"},
  {"by":"nodejs.test.ts","agent":"nodejs","version":"4.18.0","form":"env","framework":"express","wrong":"the server stopped","stoppedAt":null,"code":"ENDPOINT_STOPPED"},
  {"by":"nodejs.test.ts","agent":"nodejs","version":"4.18.0","form":"env","framework":"express","wrong":"an expired certificate","stoppedAt":"trusted","code":"CERTIFICATE_EXPIRED"},
  {"by":"nodejs.test.ts","agent":"nodejs","version":"4.18.0","form":"env","framework":"express","wrong":"a client certificate demanded","stoppedAt":"encrypted","code":"CLIENT_CERTIFICATE_MISSING"},
  {"by":"nodejs.test.ts","agent":"nodejs","version":"4.18.0","form":"env","framework":"express","wrong":"the file of another authority","stoppedAt":"trusted","code":"CA_NOT_TRUSTED"},
  {"by":"nodejs.test.ts","agent":"nodejs","version":"4.18.0","form":"env","framework":"express","wrong":"503: nobody can check the API key","stoppedAt":"authorised","code":"API_KEY_UNCHECKED"},
  {"by":"python.test.ts","agent":"python","version":"6.26.2","form":"env","framework":"flask","wrong":null,"stoppedAt":null,"code":null},
  {"by":"python.test.ts","agent":"python","version":"6.26.2","form":"run","framework":"flask","wrong":null,"stoppedAt":null,"code":null},
  {"by":"python.test.ts","agent":"python","version":"6.26.2","form":"env","framework":"flask","wrong":"no CA setting","stoppedAt":"trusted","code":"CA_NOT_TRUSTED"},
  {"by":"python.test.ts","agent":"python","version":"6.26.2","form":"env","framework":"flask","wrong":"a wrong token","stoppedAt":"authorised","code":"TOKEN_WRONG"},
  {"by":"python.test.ts","agent":"python","version":"6.26.2","form":"env","framework":"flask","wrong":"no token","stoppedAt":"authorised","code":"TOKEN_MISSING"},
  {"by":"python.test.ts","agent":"python","version":"6.26.2","form":"env","framework":"flask","wrong":"http:// in the server URL","stoppedAt":"encrypted","code":"PLAIN_HTTP"},
  {"by":"python.test.ts","agent":"python","version":"6.26.2","form":"env","framework":"flask","wrong":"a server name that the certificate does not cover","stoppedAt":"trusted","code":"NAME_NOT_COVERED"},
  {"by":"python.test.ts","agent":"python","version":"6.26.2","form":"env","framework":"flask","wrong":"the server stopped","stoppedAt":null,"code":"ENDPOINT_STOPPED"},
  {"by":"python.test.ts","agent":"python","version":"6.26.2","form":"env","framework":"flask","wrong":"an expired certificate","stoppedAt":"trusted","code":"CERTIFICATE_EXPIRED"},
  {"by":"python.test.ts","agent":"python","version":"6.26.2","form":"env","framework":"flask","wrong":"a client certificate demanded","stoppedAt":"encrypted","code":"CLIENT_CERTIFICATE_MISSING"},
  {"by":"python.test.ts","agent":"python","version":"6.26.2","form":"env","framework":"flask","wrong":"the file of another authority","stoppedAt":"trusted","code":"CA_NOT_TRUSTED"},
  {"by":"python.test.ts","agent":"python","version":"6.26.2","form":"env","framework":"flask","wrong":"503: nobody can check the API key","stoppedAt":"authorised","code":"API_KEY_UNCHECKED"},
];
