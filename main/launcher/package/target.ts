/** A system that packages are made for. The names are Node's own. */
export interface Target {
  readonly platform: 'linux' | 'darwin' | 'win32';
  readonly arch: 'x64' | 'arm64';
}

/** `linux-x64`, as the table of pinned Nodes and the names of folders have it. */
export function targetName({ platform, arch }: Target): string {
  return `${platform}-${arch}`;
}

const PLATFORMS = { linux: 'linux', mac: 'darwin', win: 'win32' } as const;
const ARCHES = ['x64', 'arm64'] as const;

/** What was asked for on the command line; nothing asked for means this machine's own system, every processor. */
export interface PackageWish {
  readonly linux?: boolean | undefined;
  readonly mac?: boolean | undefined;
  readonly win?: boolean | undefined;
  readonly x64?: boolean | undefined;
  readonly arm64?: boolean | undefined;
}

/** The targets that a wish names. With `isFolder` (`--dir`) and no processor named, the machine's own processor alone. */
export function wishedTargets(
  wish: PackageWish,
  own: { readonly platform: string; readonly arch: string },
  isFolder: boolean,
): Target[] {
  const named = (['linux', 'mac', 'win'] as const).filter((flag) => wish[flag] === true).map((flag) => PLATFORMS[flag]);
  const platforms = named.length > 0 ? named : Object.values(PLATFORMS).filter((platform) => platform === own.platform);
  const wanted = ARCHES.filter((arch) => wish[arch] === true);
  const arches = wanted.length > 0 ? wanted : ARCHES.filter((arch) => !isFolder || arch === own.arch);
  return platforms.flatMap((platform) => arches.map((arch) => ({ platform, arch })));
}
