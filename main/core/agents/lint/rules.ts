import type { Rule } from './lint-types.ts';
import { agentVersion } from './rules/agent-version.ts';
import { caFile } from './rules/ca-file.ts';
import { containerLocalhost } from './rules/container-localhost.ts';
import { djangoDebug } from './rules/django-debug.ts';
import { extraCa } from './rules/extra-ca.ts';
import { keyBesideToken } from './rules/key-beside-token.ts';
import { oldName } from './rules/old-name.ts';
import { otlp } from './rules/otlp.ts';
import { pageToken } from './rules/page-token.ts';
import { pinAsCa } from './rules/pin-as-ca.ts';
import { plainHttp } from './rules/plain-http.ts';
import { proxy } from './rules/proxy.ts';
import { rumToken } from './rules/rum-token.ts';
import { serverUrl } from './rules/server-url.ts';
import { setTwice } from './rules/set-twice.ts';
import { tokenInGit } from './rules/token-in-git.ts';
import { tokenShape } from './rules/token-shape.ts';
import { unknownSetting } from './rules/unknown-setting.ts';
import { valueSpelling } from './rules/value-spelling.ts';
import { verificationOff } from './rules/verification-off.ts';

/** Every rule for one text. What contradicts between texts is looked for by `contradictions`. */
export const RULES: readonly Rule[] = [
  unknownSetting,
  oldName,
  agentVersion,
  pinAsCa,
  caFile,
  verificationOff,
  keyBesideToken,
  tokenInGit,
  tokenShape,
  rumToken,
  pageToken,
  serverUrl,
  plainHttp,
  containerLocalhost,
  valueSpelling,
  setTwice,
  otlp,
  proxy,
  extraCa,
  djangoDebug,
];
