import type { DesktopPlatform } from '../../contract/index.ts';

/** Where newer versions are announced, as the package was built with it. */
export interface Feed {
  readonly url: string;
  /** Names that the signature of a Windows installer must carry. */
  readonly publishers: readonly string[];
}

/** Reads `app-update.yml`, a flat file that the packager writes; null where it names no https folder of its own. */
export function readFeed(text: string): Feed | null {
  const url = /^url:\s*(['"]?)(\S+?)\1\s*$/m.exec(text)?.[2] ?? '';
  const isGeneric = /^provider:\s*['"]?generic['"]?\s*$/m.test(text);
  if (!isGeneric || !/^https:\/\/[^/]/.test(url)) return null;
  const listed = /^publisherName:[ \t]*\n((?:[ \t]*-[ \t]*.+\n?)+)/m.exec(text)?.[1] ?? '';
  const publishers = [...listed.matchAll(/-[ \t]*(['"]?)(.+?)\1[ \t]*$/gm)].map((match) => match[2] ?? '');
  return { url, publishers };
}

/** How a platform's package takes an update: by itself, or by the system's own package tools, and then Sealwire only tells. */
export function takesUpdates(platform: DesktopPlatform, appImage: string | undefined): boolean {
  return platform !== 'linux' || (appImage !== undefined && appImage !== '');
}

/** Why updates are off, in one sentence; null where they may be looked for. */
export function whyOff(facts: {
  readonly platform: DesktopPlatform;
  readonly isPackaged: boolean;
  readonly looksForUpdates: boolean;
  readonly feed: Feed | null;
  readonly key: string | null;
}): string | null {
  if (!facts.isPackaged) return 'This Sealwire runs from its sources; update the clone instead.';
  if (facts.feed === null) return 'This package names no place where newer versions are announced.';
  if (facts.key === null) return 'This package holds no key to check newer versions with, so none is trusted.';
  if (facts.platform === 'win32' && facts.feed.publishers.length === 0)
    return 'This package is not signed by a publisher, so no newer version could be checked against it.';
  if (!facts.looksForUpdates) return 'Looking for updates is turned off.';
  return null;
}
