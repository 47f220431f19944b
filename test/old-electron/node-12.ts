import { createHmac } from 'node:crypto';
import { performance } from 'node:perf_hooks';

/*
 * What the shell uses and Node 12 does not have, for the main process of the old Electron under test. Nothing of it is in the product, whose own Electron has it all.
 */

type Digest = (this: unknown, encoding?: string) => Buffer | string;

/** Base64 in the letters of URLs came with Node 15. */
function withBase64Url(prototype: object, name: 'toString' | 'digest'): void {
  const original: Digest = Reflect.get(prototype, name);
  Reflect.set(prototype, name, function (this: unknown, encoding?: string, ...rest: unknown[]): Buffer | string {
    if (encoding !== 'base64url') return Reflect.apply(original, this, [encoding, ...rest]);
    const text = String(Reflect.apply(original, this, ['base64']));
    return text.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  });
}

withBase64Url(Buffer.prototype, 'toString');
withBase64Url(Object.getPrototypeOf(createHmac('sha256', 'key')), 'digest');

Object.assign(globalThis, { performance });

const { hasOwnProperty: owns } = Object.prototype;
Object.hasOwn = (value, key) => Reflect.apply(owns, value, [key]);

Promise.withResolvers = <T>(): PromiseWithResolvers<T> => {
  const parts: Partial<PromiseWithResolvers<T>> = {};
  parts.promise = new Promise<T>((resolve, reject) => Object.assign(parts, { resolve, reject }));
  return parts as PromiseWithResolvers<T>;
};
