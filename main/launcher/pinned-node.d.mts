/** See `pinned-node.mjs`. */
export interface PinnedNode {
  readonly package: string;
  readonly version: string;
  readonly binary: string;
  readonly integrity: string;
}
export const PINNED_NODE: Readonly<Record<string, PinnedNode>>;
export function runsTypeScript(version: string): boolean;
