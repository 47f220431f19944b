/** See `build-stamp.mjs`; the build, which is TypeScript, uses it too. */
export type Product = 'ui' | 'cli' | 'shell';
export function isCurrent(root: string, product: Product): boolean;
export function stamped(root: string, product: Product, build: () => Promise<void>): Promise<void>;
