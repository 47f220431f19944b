import type { CanaryAnswer, Diagnosis, Notice } from '../../main/contract/index.ts';

const switchOn: Diagnosis['fixes'] = [
  {
    text: 'Take ELASTIC_APM_VERIFY_SERVER_CERT out, or set it to true, and restart the application. It keeps trusting Sealwire by the CA file; run the canary again afterwards.',
    as: 'env',
    snippet: 'ELASTIC_APM_VERIFY_SERVER_CERT=true',
  },
];

/** What a canary of the service that reports comes back with. */
export const canaryAnswers = {
  verified: {
    how: 'alert',
    alert: 'unknown_ca',
    said: 'shop-web verifies: it turned the certificate down with the alert unknown_ca.',
    fixes: [],
  },
  off: {
    how: 'sent',
    alert: null,
    said: 'shop-web does not verify: it sent data to a certificate of an authority that nobody trusts. Verification is switched off, and nothing is pinned.',
    fixes: switchOn,
  },
} satisfies Record<string, Pick<CanaryAnswer, 'how' | 'alert' | 'said' | 'fixes'>>;

export const verificationOff: Diagnosis = {
  code: 'VERIFICATION_OFF',
  summary: "The Node.js agent does not verify the server's certificate.",
  cause:
    'In the canary it sent data to a certificate of an authority that nobody trusts: verification is switched off, and nothing is pinned. Whoever stands between can read the token.',
  confidence: 'certain',
  fixes: switchOn,
};

export const verificationNotice: Notice = {
  id: 'verification-off shop-web development',
  level: 'attention',
  title: 'shop-web does not verify the certificate',
  text: 'In its canary it sent data to a certificate that nobody trusts: verification is switched off, so whoever stands between can read the token.',
  screen: '/service/shop-web?environment=development',
};
