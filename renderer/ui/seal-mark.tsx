import type { ReactElement } from 'react';

/** Sealwire's own mark: a wire that runs through a seal. */
export function SealMark({ size = 20 }: { readonly size?: number }): ReactElement {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" stroke="var(--accent)" aria-hidden="true">
      <path d="M1 12h4.5M18.5 12H23" strokeWidth="2.2" strokeLinecap="round" />
      <circle cx="12" cy="12" r="6.5" strokeWidth="2.2" />
      <path d="m9.4 12.2 1.9 1.9 3.4-3.9" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
