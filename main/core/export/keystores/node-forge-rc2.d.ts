/** The one cipher that OpenSSL 3 no longer has and old keystores are full of. Only the file itself is loaded, and only when one is met. */
declare module 'node-forge/lib/rc2.js' {
  import type { util } from 'node-forge';

  interface Rc2Decipher {
    start(iv: string): void;
    update(input: util.ByteStringBuffer): void;
    /** False where the padding is wrong. */
    finish(): boolean;
    readonly output: util.ByteStringBuffer;
  }

  const rc2: { createDecryptionCipher(key: string, bits: number): Rc2Decipher };
  export default rc2;
}

declare module 'node-forge/lib/util.js' {
  import type { util } from 'node-forge';

  const tools: typeof util;
  export default tools;
}
