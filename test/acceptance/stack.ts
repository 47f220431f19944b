/** What a client is asked: to fetch a URL with nothing to trust but that root. `chain` is what is served there. */
export interface Question {
  readonly url: string;
  readonly root: string;
  readonly chain: string;
  /** Whether a request came through. */
  wasAsked(): boolean;
}

/** A TLS stack of this machine. It answers each question with `accepted` or why not; `problem` says why there is none. */
export type Stack = { readonly title: string } & (
  | { ask(questions: readonly Question[]): Promise<readonly string[]> }
  | { readonly problem: string }
);
