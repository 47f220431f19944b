import { describe, expect, test } from 'vitest';
import { systemHome } from './system-home.ts';

const isRoot = process.getuid?.() === 0;
const needsRoot = isRoot ? '' : ' [skipped: only root can start processes as two other users]';
const ADA = 54_325;
const BOB = 54_326;

describe('two people on one machine', () => {
  test.skipIf(!isRoot)(
    `each have a Sealwire of their own; the second is offered the next free port, and cannot speak to the first${needsRoot}`,
    async () => {
      const at = await systemHome('session');
      const home = { ada: at.folderFor(ADA), bob: at.folderFor(BOB) };
      const first = await at.up(['--home', home.ada], { uid: ADA });

      const refused = await at.run(['up', '--json', '--no-ui', '--port', String(first.port), '--home', home.bob], {
        uid: BOB,
      });
      const { error } = JSON.parse(refused.stderr);
      const offered = Number(/--port (\d+)/.exec(error.fix)?.[1]);
      const second = await at.up(['--home', home.bob], { uid: BOB });
      const stranger = await at.run(['status', '--json', '--home', home.ada], { uid: BOB });

      expect(error.code).toBe('PORT_TAKEN');
      expect(error.message).toContain(`another user's program (user id ${ADA})`);
      expect(offered).toBeGreaterThan(first.port);
      expect(second.port).not.toBe(first.port);
      expect(stranger.code).not.toBe(0);
      expect(stranger.stdout).toBe('');
      expect([await second.stop(), await first.stop()]).toEqual([0, 0]);
    },
  );
});
