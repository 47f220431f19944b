import type { Client } from '../contract/client.ts';
import type { ProcedureOutput } from '../contract/index.ts';

type StoredBody = ProcedureOutput<'event.export'>['bodies'][number];

/** Everything that is stored as bodies of the intake protocol, oldest first, a few at a time. */
export async function* storedBodies(
  client: Client,
  wanted: { readonly service?: string | undefined; readonly since?: string | undefined },
): AsyncGenerator<StoredBody> {
  for (let after: number | null = 0; after !== null; ) {
    const page: ProcedureOutput<'event.export'> = await client.call('event.export', { ...wanted, after });
    yield* page.bodies;
    after = page.next;
  }
}
