import type { CentralOption } from '../central-option.ts';

/** What the browser agent takes up once for each page, where `centralConfig` is on (@elastic/apm-rum 5.17.5, src/apm-base.js `fetchCentralConfig`). */
export const central: readonly CentralOption[] = [{ name: 'transaction_sample_rate', kind: 'rate' }];
