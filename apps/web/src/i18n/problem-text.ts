import i18next from "i18next";
import type { z } from "zod";
import { type ApiProblem, isProblem } from "../lib/api-problem";
import type { problems } from "./en/problems";

type Key = `code.${keyof typeof problems.code}` | `issue.${keyof typeof problems.issue}`;

/** Codes come from outside: the key is tried before it is trusted. */
const known = (key: string): key is Key => i18next.exists(key, { ns: "problems" });

const say = (key: Key) => i18next.t(key, { ns: "problems" });

const kinds: Record<number, Key> = {
  400: "code.malformed",
  401: "code.unauthenticated",
  403: "code.forbidden",
  404: "code.missing",
  409: "code.conflict",
  412: "code.stale",
  413: "code.too_large",
  415: "code.unsupported",
  422: "code.invalid",
  428: "code.precondition_required",
  429: "code.too_many",
  503: "code.unavailable",
};

/** What happened and what to do, in the language on screen. */
export function problemText(error: unknown): string {
  if (!isProblem(error)) return say("code.internal");
  const key = `code.${error.code}`;
  if (known(key)) return say(key);
  return say(kinds[error.status] ?? "code.internal");
}

const path = (pointer: string) =>
  pointer
    .replace(/^#?\//, "")
    .split("/")
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"))
    .join(".");

const issueKey = (code: string): Key => {
  const key = `issue.${code}`;
  return known(key) ? key : "issue.custom";
};

/** `#/painScenarios/0/name` becomes `painScenarios.0.name`, as forms name their fields. */
export const fieldErrors = (problem: Pick<ApiProblem, "errors">): Record<string, string> =>
  Object.fromEntries(
    problem.errors.map(({ pointer, code }) => [path(pointer), say(issueKey(code))]),
  );

type Issue = z.core.$ZodIssue;

function tooSmall(issue: Extract<Issue, { code: "too_small" }>): string {
  const min = Number(issue.minimum);
  if (issue.origin !== "string") return i18next.t("exact.least", { ns: "problems", min });
  if (min <= 1) return i18next.t("exact.required", { ns: "problems" });
  return i18next.t("exact.shortest", { ns: "problems", min });
}

function tooBig(issue: Extract<Issue, { code: "too_big" }>): string {
  const max = Number(issue.maximum);
  if (issue.origin === "string") return i18next.t("exact.longest", { ns: "problems", max });
  if (issue.origin === "array") return i18next.t("exact.atMostItems", { ns: "problems", max });
  return i18next.t("exact.most", { ns: "problems", max });
}

/** One zod issue as a sentence that says what to do. */
function issueText(issue: Issue): string {
  if (issue.code === "too_small") return tooSmall(issue);
  if (issue.code === "too_big") return tooBig(issue);
  if (issue.code === "invalid_type" && issue.expected === "int")
    return i18next.t("exact.whole", { ns: "problems" });
  if (issue.code === "invalid_format") {
    if (issue.format === "email") return i18next.t("exact.email", { ns: "problems" });
    if (issue.format === "url") return i18next.t("exact.url", { ns: "problems" });
    if (issue.format === "date") return i18next.t("exact.date", { ns: "problems" });
  }
  const own = issue.code === "custom" ? issue.params?.["code"] : undefined;
  return say(issueKey(typeof own === "string" ? own : issue.code));
}

/** A contract as the `validate` of a Mantine form. The first issue of a field is shown. */
export const contractErrors =
  (schema: z.ZodType) =>
  (values: unknown): Record<string, string> => {
    const result = schema.safeParse(values);
    if (result.success) return {};
    const issues = result.error.issues.toReversed();
    return Object.fromEntries(issues.map((issue) => [issue.path.join("."), issueText(issue)]));
  };
