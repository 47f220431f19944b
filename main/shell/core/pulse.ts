/** How many looks a silence is divided into. */
const LOOKS = 5;

/**
 * Asks again and again, one question at a time, and says when an answer stays out for `withinMs` and when it comes after all. Time that passes in single looks counts only,
 * so that a machine that slept is given its time to wake up. A question that fails is no silence: the connection tells its own end. Returns what ends it.
 */
export function watchPulse(options: {
  readonly ask: () => Promise<unknown>;
  readonly everyMs: number;
  readonly withinMs: number;
  readonly after: (ms: number, work: () => void) => () => void;
  readonly didFallSilent: () => void;
  readonly didAnswerAgain: () => void;
}): () => void {
  const { ask, everyMs, withinMs, after, didFallSilent, didAnswerAgain } = options;
  let isOver = false;
  let takeBack = (): void => undefined;

  const beat = (): void => {
    let isSilent = false;
    const look = (looks: number): void => {
      if (looks === LOOKS) {
        isSilent = true;
        didFallSilent();
      } else takeBack = after(withinMs / LOOKS, () => look(looks + 1));
    };
    look(0);
    const next = (): void => {
      if (isOver) return;
      takeBack();
      takeBack = after(everyMs, beat);
    };
    ask().then(() => {
      if (isSilent && !isOver) didAnswerAgain();
      next();
    }, next);
  };

  takeBack = after(everyMs, beat);
  return () => {
    isOver = true;
    takeBack();
  };
}
