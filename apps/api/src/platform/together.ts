interface Waiting<Question, Answer> {
  question: Question;
  resolve: (answer: Answer) => void;
  reject: (error: unknown) => void;
}

/**
 * Asks the database once for all who ask at the same moment. Whoever comes while a question is out waits for the next
 * one: nobody is answered by what was read before they came.
 */
export class Together<Question, Answer> {
  private waiting: Waiting<Question, Answer>[] = [];
  private out = false;

  constructor(
    private readonly ask: (questions: readonly Question[]) => Promise<readonly Answer[]>,
  ) {}

  of(question: Question): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ question, resolve, reject });
      if (!this.out) this.next();
    });
  }

  private next() {
    this.out = true;
    setImmediate(async () => {
      const asked = this.waiting;
      this.waiting = [];
      try {
        const answers = await this.ask(asked.map(({ question }) => question));
        for (const [at, { resolve }] of asked.entries()) resolve(answers[at] as Answer);
      } catch (error) {
        for (const { reject } of asked) reject(error);
      }
      this.out = false;
      if (this.waiting.length > 0) this.next();
    });
  }
}
