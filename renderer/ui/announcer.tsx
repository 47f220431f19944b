import { type ReactElement, useEffect } from 'react';
import { create } from 'zustand';
import styles from './announcer.module.css';

const SHOWN_MS = 5_000;

interface Announcement {
  readonly text: string;
  readonly isShown: boolean;
}

const useAnnouncement = create<Announcement>(() => ({ text: '', isShown: false }));

/** Says something to a screen reader without moving the focus; a later text takes the place of an earlier one. */
export function announce(text: string): void {
  useAnnouncement.setState({ text, isShown: false });
}

/** Says something to everyone: also as a line at the foot of the window, for five seconds. */
export function announceVisibly(text: string): void {
  useAnnouncement.setState({ text, isShown: true });
}

/** The live region that `announce` speaks through; one on the page. */
export function Announcer(): ReactElement {
  const { text, isShown } = useAnnouncement();

  useEffect(() => {
    if (!isShown || text === '') return;
    const timer = setTimeout(() => useAnnouncement.setState({ isShown: false }), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [text, isShown]);

  return (
    <div className={isShown ? styles.shown : 'visually-hidden'} role="status" aria-live="polite">
      {text}
    </div>
  );
}
