import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inPrivateRoot, isDebian, whyNoPrivateRoot } from '../../support/private-root.ts';

const reason = whyNoPrivateRoot ?? (isDebian ? null : 'this is no Debian');
const CHILD = join(import.meta.dirname, 'debian-child.ts');

interface Seen {
  readonly before: Readonly<Record<string, string>>;
  readonly after: Readonly<Record<string, string>>;
  readonly said: readonly string[];
}

function scenario<T>(name: string): T {
  return JSON.parse(inPrivateRoot([process.execPath, CHILD, name], {}));
}

const outcomes = (checks: readonly { client: string; outcome: string }[]): string[] =>
  checks.map(({ client, outcome }) => `${client.split(' ')[0]} ${outcome}`);

describe.skipIf(reason !== null)(
  `the system store of a real Debian${reason === null ? '' : ` (${reason})`}`,
  { timeout: 300_000 },
  () => {
    test('is trusted by what reads it after installing, and as it was after uninstalling', () => {
      const seen = scenario<
        Seen & {
          between: Record<string, string>;
          checks: { client: string; outcome: string }[];
          javas: { client: string; outcome: string }[];
          states: string[];
          mode: number;
        }
      >('round');

      expect(seen.said).toEqual([expect.stringMatching(/^done: /), expect.stringMatching(/^done: /)]);
      expect(outcomes(seen.checks)).toEqual(
        expect.arrayContaining(['curl verified', 'Python verified', expect.stringMatching(/^Node.js /)]),
      );
      // A Node.js before 22.15 cannot read it, and is not blamed for that.
      expect(seen.checks.filter(({ outcome }) => outcome !== 'verified')).toEqual(
        seen.checks
          .filter(({ client }) => /^Node\.js (?:1\d|2[01])\./.test(client))
          .map((check) => ({ ...check, outcome: 'unclear' })),
      );
      // Java has a copy of its own, which the same tool fills.
      expect(outcomes(seen.javas)).toEqual(expect.arrayContaining(['Java verified']));
      expect(seen.javas.filter(({ outcome }) => outcome !== 'verified')).toEqual([]);
      expect(Object.keys(seen.between).length).toBe(Object.keys(seen.before).length + 4);
      expect(seen.after).toEqual(seen.before);
      expect(seen.states).toEqual(['undone']);
      expect(seen.mode).toBe(0o644);
    });

    test('is cleaned where its file is gone already and other tools leave Java trusting', () => {
      const seen = scenario<Seen & { left: Record<string, string>; tag: string }>('gone');

      expect(seen.left[`java debian:sealwire-${seen.tag}.pem`]).toBeDefined();
      expect(seen.after).toEqual(seen.before);
      expect(seen.said).toEqual([expect.stringMatching(/^done: .* was gone already/)]);
    });

    test('keeps what others put there, and is left alone where something is in the way', () => {
      const seen = scenario<Record<string, unknown>>('others');

      expect(seen).toEqual({
        keepsStranger: true,
        isUntouched: true,
        isReplacedKept: true,
        linked: [expect.stringMatching(/^failed: .* is a link to \/etc\/hostname, which Sealwire did not make\.$/)],
        foreign: [expect.stringMatching(/^failed: .* holds something that is not the authority\.$/)],
        changed: [expect.stringMatching(/^failed: .* was changed by another program since the plan was shown/)],
        replaced: [
          expect.stringMatching(/^done: .* is not what Sealwire left there any more, so it stays as it is\.$/),
        ],
        open: 0,
      });
    });

    test('does not take in what a killed run of its tool has left, and runs beside nobody else', () => {
      const seen = scenario<Seen & { removed: string[]; busy: string[]; done: string[]; last: Record<string, string> }>(
        'unfinished',
      );

      expect(seen.removed).toEqual([expect.stringMatching(/^done: /)]);
      expect(seen.after).toEqual(seen.before);
      expect(seen.busy).toEqual([expect.stringMatching(/^failed: .*update-ca-certificates is at work already\.$/)]);
      expect(seen.done).toEqual([expect.stringMatching(/^done: /)]);
      expect(seen.last).toEqual(seen.before);
    });

    test('gives Java’s copy back that a kill has cut short at any length, and lets its package be set up to the end', () => {
      const seen = scenario<Record<string, unknown>[]>('cutShort');

      const mended = {
        signal: 'SIGKILL',
        left: true,
        state: 'half-configured',
        said: [expect.stringMatching(/^done: /)],
        isSame: true,
        isAsBefore: true,
        kept: [],
        open: 0,
      };
      expect(seen).toEqual([
        { ...mended, isIn: true },
        { ...mended, isIn: true },
        { ...mended, isIn: false },
        { ...mended, isIn: false },
      ]);
    });

    test('says in one sentence that it is read-only or full, and leaves nothing behind', () => {
      const seen = scenario<Seen & { full: string[]; readOnly: string[]; leftInFull: string[]; states: string[] }>(
        'refusing',
      );

      expect(seen.full).toEqual([expect.stringMatching(/^failed: Sealwire could not write .*: the disk is full\.$/)]);
      expect(seen.readOnly).toEqual([
        expect.stringMatching(/^failed: Sealwire could not write .*: the file system is read-only\.$/),
      ]);
      expect(seen.leftInFull).toEqual(['filler']);
      expect(seen.after).toEqual(seen.before);
      expect(seen.states).toEqual(['undone', 'undone']);
    });

    test('comes back from a kill at every effect of installing and uninstalling', () => {
      const { kills, wrong } = scenario<{ kills: number; wrong: string[] }>('kills');

      expect(wrong).toEqual([]);
      expect(kills).toBeGreaterThan(20);
    });
  },
);

describe.skipIf(reason !== null)(
  `Java's store of a real Debian${reason === null ? '' : ` (${reason})`}`,
  { timeout: 300_000 },
  () => {
    test('is trusted by every Java that reads it, keeps its mode, and holds the same entries afterwards', () => {
      const seen = scenario<
        Seen & { between: Record<string, string>; checks: { outcome: string }[]; mode: number; tag: string }
      >('java');

      expect(seen.checks.length).toBeGreaterThan(0);
      expect(seen.checks.map(({ outcome }) => outcome)).toEqual(seen.checks.map(() => 'verified'));
      expect(seen.between[`java sealwire:${seen.tag}`]).toMatch(/^trustedCertEntry /);
      expect(seen.mode).toBe(0o644);
      expect(seen.after).toEqual(seen.before);
    });
  },
);
