import type { RumState } from '../../../main/contract/index.ts';

/** The origin of the address of a page, as its browser will send it; null for what is no such address. */
export function originOf(page: string): string | null {
  const url = URL.canParse(page.trim()) ? new URL(page.trim()) : null;
  return url !== null && /^https?:$/.test(url.protocol) ? url.origin : null;
}

/** Whether pages of an origin may report: one that is not known is counted as let in where any is. `*` stands for any run of characters. */
export function originStanding({ enabled, origins }: RumState, origin: string | null): 'off' | 'refused' | 'open' {
  if (!enabled) return 'off';
  if (origin === null) return origins.length === 0 ? 'refused' : 'open';
  return origins.some((pattern) => patternOf(pattern).test(origin)) ? 'open' : 'refused';
}

function patternOf(glob: string): RegExp {
  const parts = glob.split(/\*+/).map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`);
}
