/** Holds links that come before there is anybody to follow them. */
export interface LinkQueue {
  take(link: string): void;
  /** From now on links go to `follow`; the last one that waited goes first, because the others were passed over by it. */
  follow(follow: (link: string) => void): void;
}

export function linkQueue(): LinkQueue {
  let waiting: string | null = null;
  let follower: ((link: string) => void) | null = null;
  return {
    take: (link) => {
      if (follower === null) waiting = link;
      else follower(link);
    },
    follow: (follow) => {
      follower = follow;
      if (waiting !== null) follow(waiting);
      waiting = null;
    },
  };
}
