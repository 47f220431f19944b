import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Secret } from '../../../main/contract/index.ts';
import { foldersOf } from '../../../main/core/host/folders.ts';
import { realHost } from '../../../main/core/host/real-host.ts';
import { openLog } from '../../../main/core/log/log.ts';
import { tempHome } from '../../support/temp-security.ts';

describe('the log', () => {
  test('keeps one JSON object a line and never a secret', () => {
    const home = tempHome();
    const log = openLog(realHost({ HOME: home }), foldersOf(home), () => [new Secret('gTopSecret')]);

    log.write('something failed', { why: 'the header was "Bearer gTopSecret"', times: 2 });

    const text = readFileSync(join(home, 'logs', 'sealwire.jsonl'), 'utf8');
    expect(text).not.toContain('gTopSecret');
    expect(JSON.parse(text)).toMatchObject({
      what: 'something failed',
      why: 'the header was "Bearer [redacted]"',
      times: 2,
    });
  });

  test('is turned over when it is full, and one older file stays', () => {
    const home = tempHome();
    const log = openLog(realHost({ HOME: home }), foldersOf(home), () => []);
    log.write('first');
    writeFileSync(join(home, 'logs', 'sealwire.jsonl'), `${'x'.repeat(2 * 1024 * 1024 + 1)}\n`);

    log.write('after');

    expect(log.tail(5).map((line) => JSON.parse(line).what)).toEqual(['after']);
    expect(readFileSync(join(home, 'logs', 'sealwire.1.jsonl'), 'utf8')).toMatch(/^x+\n$/);
  });

  test('that cannot be written stops nothing', () => {
    const home = tempHome();
    const host = realHost({ HOME: home });
    const full = {
      ...host.disk,
      append: () => {
        throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
      },
    };

    expect(() => openLog({ ...host, disk: full }, foldersOf(home), () => []).write('lost')).not.toThrow();
  });
});
