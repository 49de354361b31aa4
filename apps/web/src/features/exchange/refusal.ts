import i18next from "i18next";
import { problemText } from "../../i18n/problem-text";
import { isProblem } from "../../lib/api-problem";

/** Why a file was not taken. What is wrong inside of it, only the API's own sentence can tell. */
export function refusalText(error: unknown): string {
  const t = i18next.getFixedT(null, "exchange");
  if (!isProblem(error)) return problemText(error);
  if (error.status === 413) return t("refusal.tooBig");
  if (error.status === 415) return t("refusal.unsupported");
  if (error.status === 422) return t("refusal.unreadable", { detail: error.detail });
  return problemText(error);
}
