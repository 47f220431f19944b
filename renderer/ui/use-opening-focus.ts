import { type RefObject, useEffect, useRef } from 'react';

/**
 * Keeps the focus where the person is when a button is replaced by what it opens, and back: into the first field when it opens, onto the
 * button at the end when it closes. Put the ref on what holds both.
 */
export function useOpeningFocus<Element extends HTMLElement>(isOpen: boolean): RefObject<Element | null> {
  const holder = useRef<Element>(null);
  const former = useRef(isOpen);

  useEffect(() => {
    if (former.current === isOpen) return;
    former.current = isOpen;
    const wanted = isOpen ? '[data-first-focus], input:not(:disabled)' : 'button[data-opener]';
    holder.current?.querySelector<HTMLElement>(wanted)?.focus();
  }, [isOpen]);

  return holder;
}
