import type { ProcedureName } from '../contract/index.ts';
import { NOT_FOR_WINDOWS } from './window-exclusions.ts';

/** Procedures that a browser tab cannot call, and why: what no page can, and what is the desktop window's alone. Everything else is the interface's to use. */
export const NOT_FOR_BROWSERS: Readonly<Partial<Record<ProcedureName, string>>> = {
  ...NOT_FOR_WINDOWS,
  'command.install': 'it changes what the person’s shell finds, which only the desktop window and its consent may do',
  'command.uninstall': 'it changes what the person’s shell finds, which only the desktop window may do',
};
