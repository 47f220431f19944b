/** See `untar-one.mjs`. */
export function untarOne(archive: string, name: string, target: string): Promise<boolean>;
