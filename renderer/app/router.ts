import { useSyncExternalStore } from 'react';

/** Where the person is: a path and its query, both kept in the address so that Back works and a reload keeps the place. */
export interface Place {
  readonly path: string;
  readonly query: URLSearchParams;
}

const listeners = new Set<() => void>();

/** The place that the address names; the component renders again whenever it changes. */
export function usePlace(): Place {
  const address = useSyncExternalStore(subscribe, currentAddress);
  return placeOf(address);
}

/** Goes to an address of this interface. `replace` leaves no step for Back: for typing in a filter, not for moving on. */
export function go(to: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push' && to !== currentAddress()) window.history.pushState(null, '', to);
  else window.history.replaceState(null, '', to);
  for (const listener of listeners) listener();
}

/** Splits an address into path and query. */
export function placeOf(address: string): Place {
  const mark = address.indexOf('?');
  return mark === -1
    ? { path: address, query: new URLSearchParams() }
    : { path: address.slice(0, mark), query: new URLSearchParams(address.slice(mark + 1)) };
}

/** An address with these values in its query; empty and null ones are left out. */
export function addressOf(path: string, values: Readonly<Record<string, string | null>> = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value !== null && value !== '') query.set(name, value);
  return query.size === 0 ? path : `${path}?${query}`;
}

function currentAddress(): string {
  return window.location.pathname + window.location.search;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
  };
}
