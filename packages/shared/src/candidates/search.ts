import { invalid } from "../kernel/problem.js";
import { outcomes, type Stage, stages } from "../stages/contract.js";

export type Operator = ":" | ">=" | "<=" | ">" | "<";

/** Facts that stand in the candidate itself. */
export const factKeys = [
  "vertical",
  "stage",
  "tag",
  "owner",
  "kind",
  "market",
  "decision",
] as const;
export type FactKey = (typeof factKeys)[number];
/** Figures of the ranking, besides each criterion's mean. */
export const figureKeys = ["total", "spread", "reviews"] as const;

/** One thing that a search asks for; `not` where a minus stands in front. All must hold. */
export type SearchTerm = { not: boolean } & (
  | { kind: "text"; value: string }
  | { kind: "fact"; key: FactKey; value: string }
  | { kind: "figure"; key: string; operator: Operator; value: number }
  | { kind: "reviewer"; value: string }
  | { kind: "field"; key: string; operator: Operator; value: string }
);

/** Beyond these a search is refused in words. */
export const maxTerms = 30;

const refusal = (code: string, sentence: string) => invalid("#/q", `search.${code}`, sentence);

const stageNames: Record<string, Stage> = {
  待筛: "inbox",
  初筛: "screening",
  评审: "review",
  讨论: "discussion",
  已决: "decided",
};
const decisionNames: Record<string, (typeof outcomes)[number]> = {
  投: "invest",
  跟踪: "watch",
  放弃: "pass",
};

interface Token {
  not: boolean;
  /** The part before the operator, where there is an operator outside of quotes. */
  key: string | null;
  operator: Operator;
  value: string;
  quoted: boolean;
}

const closing: Record<string, string> = { '"': '"', "“": "”" };
const operators = /^(?:[:：](>=|<=|≥|≤|>|<|=)?|(>=|<=|≥|≤|>|<))/;
const plain: Record<string, Operator> = { "≥": ">=", "≤": "<=", "=": ":" };

/** A quoted or bare value from `at` on, and where it ends. */
function valueAt(text: string, at: number): { value: string; quoted: boolean; end: number } {
  const close = closing[text[at] ?? ""];
  if (close !== undefined) {
    const end = text.indexOf(close, at + 1);
    if (end < 0)
      throw refusal(
        "quote",
        `A quotation mark is open: ${text.slice(at, at + 40)}. Close it, or leave it out.`,
      );
    return { value: text.slice(at + 1, end).trim(), quoted: true, end: end + 1 };
  }
  const bare = /^\S*/.exec(text.slice(at))?.[0] ?? "";
  const stray = bare.search(/["“”]/);
  if (stray >= 0)
    throw refusal(
      "quote",
      `A quotation mark stands inside ${bare}. Put it in front of the words and behind them.`,
    );
  return { value: bare, quoted: false, end: at + bare.length };
}

function tokenAt(text: string, from: number): { token: Token; end: number } {
  const not = text[from] === "-" && /[^\s-]/.test(text[from + 1] ?? "");
  const at = from + Number(not);
  const key = /^[a-z][a-z0-9_]{0,39}/i.exec(text.slice(at))?.[0] ?? "";
  const [sign, behind, alone] = (key && operators.exec(text.slice(at + key.length))) || [];
  const after = at + key.length + (sign?.length ?? 0);
  if (sign === undefined || text.startsWith("//", after)) {
    const { end, ...value } = valueAt(text, at);
    return { token: { not, key: null, operator: ":", ...value }, end };
  }
  const operator = (behind ?? alone ?? ":") as Operator;
  const { end, ...value } = valueAt(text, after);
  return {
    token: { not, key: key.toLowerCase(), operator: plain[operator] ?? operator, ...value },
    end,
  };
}

function numberOf(key: string, text: string): number {
  if (!/^-?\d{1,9}(\.\d{1,9})?$/.test(text))
    throw refusal(
      "number",
      `${key} is compared with a number, as in ${key}:>=3; "${text}" is none.`,
    );
  return Number(text);
}

function factOf(key: FactKey, value: string): string {
  if (key === "stage") {
    const stage = stageNames[value] ?? value.toLowerCase();
    if (!(stages as readonly string[]).includes(stage))
      throw refusal("stage", `"${value}" is no stage. The stages are ${stages.join(", ")}.`);
    return stage;
  }
  if (key !== "decision") return value;
  const outcome = decisionNames[value] ?? value.toLowerCase();
  if (!(outcomes as readonly string[]).includes(outcome))
    throw refusal(
      "decision",
      `"${value}" is no decision. The decisions are ${outcomes.join(", ")}.`,
    );
  return outcome;
}

const has = <T extends string>(keys: readonly T[], key: string): key is T =>
  (keys as readonly string[]).includes(key);

function termOf(
  { not, key, operator, value, quoted }: Token,
  criteria: readonly string[],
): SearchTerm[] {
  if (key === null) return value === "" ? [] : [{ not, kind: "text", value }];
  if (value === "" && !quoted)
    throw refusal(
      "value",
      `Nothing stands behind ${key}${operator}. Write what it should be, or leave it out.`,
    );
  if (has(figureKeys, key) || criteria.includes(key))
    return [{ not, kind: "figure", key, operator, value: numberOf(key, value) }];
  if ((has(factKeys, key) || key === "reviewer") && operator !== ":")
    throw refusal("operator", `${key} is a word, not a number: write ${key}:${value}.`);
  if (has(factKeys, key)) return [{ not, kind: "fact", key, value: factOf(key, value) }];
  if (key === "reviewer") return [{ not, kind: "reviewer", value }];
  return [{ not, kind: "field", key, operator, value }];
}

/**
 * Reads what is typed into a search: words that must stand in a candidate's texts, "words together", and filters:
 *
 *   vertical:legal stage:review spread:>=3 total:>60 tag:x reviewer:me -tag:y founded>=2020
 *
 * A minus in front turns a term round. A key that is neither a fact, a figure, nor one of `criteria` (their means) is a team field.
 * Full-width colons and quotation marks are read too, and the names of stages and decisions in either language.
 * Refuses in words, at `#/q`: quotes that don't close, a filter without a value, a number that is none, a stage or
 * decision that doesn't exist, more than `maxTerms` terms.
 */
export function parseSearch(text: string, criteria: readonly string[] = []): SearchTerm[] {
  const terms: SearchTerm[] = [];
  let at = 0;
  for (;;) {
    at += /^\s*/.exec(text.slice(at))?.[0].length ?? 0;
    if (at >= text.length) return terms;
    const { token, end } = tokenAt(text, at);
    terms.push(...termOf(token, criteria));
    if (terms.length > maxTerms)
      throw refusal("long", `A search has at most ${maxTerms} terms. Leave some out.`);
    at = end;
  }
}

const written = (value: string): string => (/^[^\s"“”]+$/.test(value) ? value : `"${value}"`);

/** The text that reads as these terms again: filters as chips and filters as text are two faces of one. */
export const printSearch = (terms: readonly SearchTerm[]): string =>
  terms
    .map((term) => {
      const minus = term.not ? "-" : "";
      if (term.kind === "text") return minus + written(term.value);
      if (term.kind === "fact") return `${minus}${term.key}:${written(term.value)}`;
      if (term.kind === "reviewer") return `${minus}reviewer:${written(term.value)}`;
      const colon = term.operator === ":" ? "" : term.operator;
      return `${minus}${term.key}:${colon}${written(String(term.value))}`;
    })
    .join(" ");
