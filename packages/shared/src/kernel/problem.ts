/** What kinds of refusal exist, and the HTTP status of each. */
export const problemStatus = {
  invalid: 422,
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  gone: 410,
  stale: 412,
  too_large: 413,
  unsupported: 415,
  precondition_required: 428,
  too_many: 429,
  internal: 500,
  unavailable: 503,
} as const satisfies Record<string, number>;

export type ProblemKind = keyof typeof problemStatus;

/** One input error: where it is (JSON pointer), a translatable code, and a sentence that says what to do. */
export interface InputError {
  pointer: string;
  code: string;
  message: string;
}

export interface ProblemExtras {
  /** A finer code than the kind, for translation: `reviews.reason_required`. */
  code?: string;
  errors?: InputError[];
  /** What the refused edit should have started from, or what stands in place of what is gone. */
  current?: unknown;
}

/** A refusal in a sentence. Anything else that is thrown is a bug of ours and answers 500. */
export class Problem extends Error {
  readonly kind: ProblemKind;
  readonly code: string;
  readonly errors: InputError[] | undefined;
  readonly current: unknown;

  constructor(kind: ProblemKind, sentence: string, extras: ProblemExtras = {}) {
    super(sentence);
    this.kind = kind;
    this.code = extras.code ?? kind;
    this.errors = extras.errors;
    this.current = extras.current;
  }

  get status(): number {
    return problemStatus[this.kind];
  }
}

/** Refuse unless the law allows it. */
export function allow(lawful: boolean, sentence: string, code?: string): asserts lawful {
  if (!lawful) throw new Problem("forbidden", sentence, code === undefined ? {} : { code });
}

/** An input error on one field. */
export function invalid(pointer: string, code: string, message: string): Problem {
  return new Problem("invalid", message, { errors: [{ pointer, code, message }] });
}
