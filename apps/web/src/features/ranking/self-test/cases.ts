import { type ReferenceCase, referenceCases } from "@highwater/shared/ranking/reference";
import { coreCriteria } from "@highwater/shared/rubrics/contract";
import type { SelfTestSearch } from "./search";

const levelsOf = ({ scores }: ReferenceCase) => coreCriteria.map((key) => scores[key]).join("");

/** The reference cases, with the scores that the URL gives instead. */
export function casesIn({ cases = "" }: SelfTestSearch): ReferenceCase[] {
  const given = new Map<string, string | undefined>(
    cases.split("~").map((one) => one.split(".") as [string, string]),
  );
  return referenceCases.map((one) => {
    const levels = given.get(one.key);
    if (!levels) return one;
    const level = (key: (typeof coreCriteria)[number]) => Number(levels[coreCriteria.indexOf(key)]);
    const [habit, pain, assistant] = [level("habit"), level("pain"), level("assistant")];
    const [flywheel, overrun] = [level("flywheel"), level("overrun")];
    return { ...one, scores: { habit, pain, assistant, flywheel, overrun } };
  });
}

/** Only what differs stands in the URL. */
export function casesText(cases: readonly ReferenceCase[]): string | undefined {
  const changed = cases.filter((one) => {
    const original = referenceCases.find(({ key }) => key === one.key);
    return original && levelsOf(one) !== levelsOf(original);
  });
  return changed.map((one) => `${one.key}.${levelsOf(one)}`).join("~") || undefined;
}
