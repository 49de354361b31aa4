import type { Criterion, Rubric } from "@highwater/shared/rubrics/contract";
import { useTranslation } from "react-i18next";
import { clock, day } from "../../ui/time-ago";
import type { Given } from "./sheet";
import { short, worth } from "./worth";

/** Today by the clock, earlier by the day. */
export const stamp = (at: string) =>
  new Date(at).toDateString() === new Date().toDateString() ? clock(at) : day(at);

/** What a score does to the total, in words: "risk 5 → 0 of 25 points". */
export function useEffectText(rubric: Rubric) {
  const { t } = useTranslation("reviews");
  return ({ key, inverted }: Criterion, score: Given): string => {
    if (score === undefined) return "";
    if (score === null) return t("form.effectNone");
    const { points, most } = worth(rubric, key, score);
    const values = { score, points: short(points), most: short(most) };
    return inverted ? t("form.effectRisk", values) : t("form.effect", values);
  };
}
