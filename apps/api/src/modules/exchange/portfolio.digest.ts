import { createHash } from "node:crypto";
import type { PortfolioField } from "@highwater/shared/exchange/portfolio";

/** Keys in one order; e-mails left out, since who has no account here has none. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (key, held: unknown) => {
    if (key === "email") return undefined;
    if (typeof held !== "object" || held === null || Array.isArray(held)) return held;
    return Object.fromEntries(Object.entries(held).sort(([a], [b]) => (a < b ? -1 : 1)));
  });

const hash = (text: string) => createHash("sha256").update(text).digest();

/**
 * What a portfolio says, as one number: the SHA-256 of its fields in their order and of its candidates'
 * own hashes, sorted, so that it depends neither on ids nor on when and by whom it was exported.
 */
export class PortfolioDigest {
  private readonly candidates: Buffer[] = [];

  constructor(private readonly fields: readonly PortfolioField[]) {}

  add(candidate: unknown) {
    this.candidates.push(hash(canonical(candidate)));
  }

  toString(): string {
    const whole = createHash("sha256").update(canonical(this.fields));
    for (const one of this.candidates.sort(Buffer.compare)) whole.update(one);
    return `sha256:${whole.digest("hex")}`;
  }
}
