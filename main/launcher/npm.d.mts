/** See `npm.mjs`. */
export function runNpm(
  args: readonly string[],
  options: { readonly root: string; readonly cwd?: string; readonly node?: string; readonly purpose: string },
): Promise<string>;
