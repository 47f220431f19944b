import type { Fact } from './facts.ts';

/** The facts of an attempt as they were remembered; what cannot be read as facts is left out. */
export function readFacts(text: string): readonly Fact[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.filter(isFact) : [];
  } catch {
    // A SyntaxError: the row was damaged. The attempt is shown without its timeline.
    return [];
  }
}

/** Written by this program, so the kind vouches for the rest. */
function isFact(value: unknown): value is Fact {
  if (typeof value !== 'object' || value === null || !('kind' in value) || !('atMs' in value)) return false;
  return typeof value.kind === 'string' && value.kind in KINDS && typeof value.atMs === 'number';
}

const KINDS: Readonly<Record<Fact['kind'], true>> = {
  accepted: true,
  owner: true,
  'plain-http': true,
  'not-tls': true,
  hello: true,
  secured: true,
  silent: true,
  'tls-failed': true,
  request: true,
  authenticated: true,
  metadata: true,
  stored: true,
  configured: true,
  rejected: true,
  response: true,
  closed: true,
};
