/** Closes what was opened, the last first, each within `withinMs`; one that fails or hangs keeps none of the others from closing. */
export function openClosers(
  withinMs: number,
  log: (line: string) => void,
): {
  add(closer: () => unknown): void;
  closeAll(): Promise<void>;
} {
  const closers: (() => unknown)[] = [];
  return {
    add: (closer) => {
      closers.push(closer);
    },
    closeAll: async () => {
      for (const closer of closers.splice(0).reverse()) {
        let timer: NodeJS.Timeout | undefined;
        const late = new Promise<void>((resolve) => {
          timer = setTimeout(resolve, withinMs);
        });
        try {
          await Promise.race([closer(), late]);
        } catch (error) {
          log(`Something did not close: ${error instanceof Error ? error.message : String(error)}`);
        }
        clearTimeout(timer);
      }
    },
  };
}
