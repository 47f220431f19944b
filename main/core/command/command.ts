import { type CommandPlace, fail } from '../../contract/index.ts';
import type { Host } from '../host/host.ts';
import type { UndoPlanners } from '../ledger/plan-undo.ts';
import { type Undoers, undo } from '../ledger/undo.ts';
import type { Ledger } from '../parts.ts';
import { posixCommand } from './posix-command.ts';
import { windowsCommand } from './windows-command.ts';

/** The `sealwire` command on the person's PATH: shown first, made after consent, kept in the ledger, undone by it. */
export interface CommandKeeper {
  look(): Promise<CommandPlace>;
  install(): Promise<CommandPlace>;
  uninstall(): Promise<CommandPlace>;
  readonly undoers: Undoers;
  readonly planners: UndoPlanners;
}

/** `program` is the script that the command starts. Rejections are `COMMAND_REFUSED` with one way on, or what the disk refused. */
export function keepCommand(host: Host, ledger: Ledger, program: string): CommandKeeper {
  const way = host.platform === 'win32' ? windowsCommand(host, program) : posixCommand(host, program);
  const undoers: Undoers = { [way.kind]: way.undo };

  const ownEntry = (path: string): string | null =>
    ledger
      .list()
      .findLast(({ state, change }) => state !== 'undone' && change?.kind === way.kind && change.path === path)?.id ??
    null;

  const look = async (): Promise<CommandPlace> => {
    const sight = await way.look();
    return { ...sight, isOurs: ownEntry(sight.path) !== null };
  };

  return {
    look,
    undoers,
    planners: { [way.kind]: way.planUndo },
    install: async () => {
      const { state, path, problem, program: started } = await look();
      if (state === 'installed') return look();
      if (problem !== null) throw fail('COMMAND_REFUSED', { why: problem.message, fix: problem.fix });
      const change = await way.intend();
      const id = ledger.plan({
        what: `Put the sealwire command on the PATH; it starts ${started}`,
        where: path,
        undo: null,
        change,
      });
      try {
        await way.make(change);
      } catch (error) {
        // Where the half of it cannot be taken back either, the entry stays planned and can be undone later.
        await undo(ledger, undoers, id).catch(() => undefined);
        throw error;
      }
      ledger.mark(id, 'done');
      return look();
    },
    uninstall: async () => {
      const { path } = await look();
      const id = ownEntry(path);
      if (id === null) {
        throw fail('COMMAND_REFUSED', {
          why: `${path} was not put there by this Sealwire, so it is left alone.`,
          fix: 'Remove it the way it was installed.',
        });
      }
      await undo(ledger, undoers, id);
      return look();
    },
  };
}
