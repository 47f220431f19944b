const NAMES = {
  go: 'Go',
  java: 'Java',
  dotnet: '.NET',
  node: 'Node.js',
  'python-strict': 'Python from 3.13 on',
  python: 'Python up to 3.12',
  ruby: 'Ruby',
  curl: 'PHP (curl)',
  chromium: 'Chromium',
  firefox: 'Firefox',
  apple: 'Apple’s systems',
  android: 'Android',
} as const;

/**
 * What looks at a server's certificate for an agent, as far as they differ (reference/certificates.md §3.1). `python-strict` is Python from 3.13 on, `apple` what Safari and apps on Apple's
 * systems use, `curl` the library of PHP's agent.
 */
export type TlsClient = keyof typeof NAMES;

/** All of them, in the order in which they are told. */
export const TLS_CLIENTS: readonly TlsClient[] = [
  'go',
  'java',
  'dotnet',
  'node',
  'python-strict',
  'python',
  'ruby',
  'curl',
  'chromium',
  'firefox',
  'apple',
  'android',
];

/** As it stands in a sentence. */
export function tlsClientName(client: TlsClient): string {
  return NAMES[client];
}
