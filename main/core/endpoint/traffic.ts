/** How much was asked and answered since the endpoint began to listen. */
export interface Traffic {
  readonly requests: number;
  /** Answers by status. */
  readonly answers: ReadonlyMap<number, number>;
}

export interface TrafficCount extends Traffic {
  asked(): void;
  answered(status: number): void;
}

/** Counts requests and answers. */
export function countTraffic(): TrafficCount {
  const answers = new Map<number, number>();
  let requests = 0;
  return {
    answers,
    get requests() {
      return requests;
    },
    asked() {
      requests += 1;
    },
    answered(status) {
      answers.set(status, (answers.get(status) ?? 0) + 1);
    },
  };
}
