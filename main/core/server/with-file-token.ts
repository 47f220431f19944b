import type { Secret } from '../../contract/index.ts';
import type { TokenBook } from '../endpoint/ports.ts';

/** Stands for the file's token where tokens are named. */
const FILE_TOKEN_ID = 'apm-server.yml';

/** The workspace's tokens and the one of the settings file beside them, so that what Sealwire wired itself goes on. */
export function withFileToken(book: TokenBook, token: Secret | null): TokenBook {
  if (token === null) return book;
  return {
    accepted: () => [...book.accepted(), { id: FILE_TOKEN_ID, state: 'active', value: token }],
    retired: () => book.retired(),
    didUse: (id, service) => {
      if (id !== FILE_TOKEN_ID) book.didUse(id, service);
    },
  };
}
