import { createPublicKey, verify } from 'node:crypto';
import type { AppUpdater, ResolvedUpdateFileInfo, UpdateInfo } from 'electron-updater';
import { Provider } from 'electron-updater';
import type { ProviderRuntimeOptions } from 'electron-updater/out/providers/Provider.js';
import { parseUpdateInfo, resolveFiles } from 'electron-updater/out/providers/Provider.js';

/** The announcement is not signed by the key that this app was built with. */
export class UnsignedAnnouncement extends Error {
  constructor() {
    super('the announcement of the newer version is not signed with the key of this app');
    this.name = 'UnsignedAnnouncement';
  }
}

/** What `setFeedURL` is given beside the provider itself. */
export interface SignedFeed {
  readonly url: string;
  readonly key: string;
}

/**
 * Reads `latest….yml` and believes it only with a detached Ed25519 signature over its bytes, base64 in `latest….yml.sig`, by the key that the app was built with. The announcement holds the
 * sha512 of every file, which electron-updater checks after the download, so the signature covers what is installed; an AppImage has no other.
 */
export class SignedProvider extends Provider<UpdateInfo> {
  readonly #feed: SignedFeed;
  readonly #base: URL;

  constructor(feed: SignedFeed, _updater: AppUpdater, runtimeOptions: ProviderRuntimeOptions) {
    super(runtimeOptions);
    this.#feed = feed;
    this.#base = new URL(feed.url.endsWith('/') ? feed.url : `${feed.url}/`);
  }

  async getLatestVersion(): Promise<UpdateInfo> {
    const file = `${this.getDefaultChannelName()}.yml`;
    const address = new URL(file, this.#base);
    const text = (await this.httpRequest(address)) ?? '';
    const signature = (await this.httpRequest(new URL(`${file}.sig`, this.#base))) ?? '';
    if (!isSigned(text, signature, this.#feed.key)) throw new UnsignedAnnouncement();
    return parseUpdateInfo(text, file, address);
  }

  resolveFiles(update: UpdateInfo): ResolvedUpdateFileInfo[] {
    return resolveFiles(update, this.#base);
  }
}

/** Whether `signature` (base64) is the key's over the text. A key that is no Ed25519 key signs nothing. */
export function isSigned(text: string, signature: string, keyPem: string): boolean {
  const key = createPublicKey(keyPem);
  return key.asymmetricKeyType === 'ed25519' && verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64'));
}
