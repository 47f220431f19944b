import { create } from 'zustand';

/** Whether the command palette is open: its shortcut, its button and the window's menu all open it. */
export const usePaletteOpen = create<{ readonly isOpen: boolean }>(() => ({ isOpen: false }));

export function setPaletteOpen(isOpen: boolean): void {
  usePaletteOpen.setState({ isOpen });
}
