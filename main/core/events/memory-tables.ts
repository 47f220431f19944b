import type { DatabaseSync } from 'node:sqlite';
import type { Service } from '../../contract/index.ts';
import type { RememberedAttempt } from './ports.ts';
import { transact } from './transact.ts';

/** Attempts beyond these are forgotten, the oldest first. */
const MOST_ATTEMPTS = 5000;

export interface Remembered {
  readonly attempts: readonly RememberedAttempt[];
  readonly services: readonly Service[];
}

/** What is remembered of attempts and services across restarts. The newest state of an id or key replaces earlier ones. */
export interface MemoryTables {
  remember(state: Remembered): void;
  recall(attempts: number): Remembered;
  forgetService(service: string | null, environment: string | null): void;
}

export function createMemoryTables(database: DatabaseSync): MemoryTables {
  const putAttempt = database.prepare(
    `INSERT INTO attempts (id, at, attempt, facts) VALUES (?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET at = excluded.at, attempt = excluded.attempt, facts = excluded.facts`,
  );
  const putService = database.prepare(
    'INSERT INTO services (key, service) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET service = excluded.service',
  );
  const trim = database.prepare(
    'DELETE FROM attempts WHERE at < (SELECT at FROM attempts ORDER BY at DESC LIMIT 1 OFFSET ?)',
  );
  return {
    remember({ attempts, services }) {
      transact(database, () => {
        for (const { attempt, facts } of attempts) {
          putAttempt.run(attempt.id, attempt.at, JSON.stringify(attempt), facts);
        }
        for (const service of services)
          putService.run(keyOf(service.service, service.environment), JSON.stringify(service));
        if (attempts.length > 0) trim.run(MOST_ATTEMPTS - 1);
      });
    },
    recall(attempts) {
      const rows = database
        .prepare('SELECT attempt, facts FROM attempts ORDER BY at DESC, id DESC LIMIT ?')
        .all(attempts);
      const services = database.prepare('SELECT service FROM services ORDER BY key').all();
      return {
        attempts: rows.map((row) => ({ attempt: JSON.parse(String(row.attempt)), facts: String(row.facts) })),
        services: services.map((row) => JSON.parse(String(row.service))),
      };
    },
    forgetService(service, environment) {
      database.prepare('DELETE FROM services WHERE key = ?').run(keyOf(service, environment));
    },
  };
}

function keyOf(service: string | null, environment: string | null): string {
  return JSON.stringify([service, environment]);
}
