interface Waiting<Question, Answer> {
  question: Question;
  answer: Promise<Answer>;
  resolve: (answer: Answer) => void;
  reject: (error: unknown) => void;
}

/**
 * Asks the database once for all who ask at the same moment, and once only what several of them ask. Whoever comes
 * while a question is out waits for the next one: nobody is answered by what was read before they came.
 */
export class Together<Question, Answer> {
  private waiting = new Map<string, Waiting<Question, Answer>>();
  private out = false;

  constructor(
    private readonly ask: (questions: readonly Question[]) => Promise<readonly Answer[]>,
  ) {}

  of(question: Question): Promise<Answer> {
    const key = JSON.stringify(question);
    const known = this.waiting.get(key);
    if (known) return known.answer;
    let resolve: Waiting<Question, Answer>["resolve"] = () => {};
    let reject: Waiting<Question, Answer>["reject"] = () => {};
    const answer = new Promise<Answer>((...ends) => {
      [resolve, reject] = ends;
    });
    this.waiting.set(key, { question, answer, resolve, reject });
    if (!this.out) this.next();
    return answer;
  }

  private next() {
    this.out = true;
    setImmediate(async () => {
      const asked = [...this.waiting.values()];
      this.waiting = new Map();
      try {
        const answers = await this.ask(asked.map(({ question }) => question));
        for (const [at, { resolve }] of asked.entries()) resolve(answers[at] as Answer);
      } catch (error) {
        for (const { reject } of asked) reject(error);
      }
      this.out = false;
      if (this.waiting.size > 0) this.next();
    });
  }
}
