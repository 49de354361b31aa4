import type { RowError } from "@highwater/shared/exchange/contract";
import { useTranslation } from "react-i18next";
import type { problems } from "../../i18n/en/problems";

type Key = `issue.${keyof typeof problems.issue}`;

/** Why a row is refused: by its code in the language on screen, else in the API's own sentence. */
export function useReason() {
  const { t, i18n } = useTranslation("problems");
  const known = (key: string): key is Key => i18n.exists(key, { ns: "problems" });
  return ({ code, reason }: RowError): string => {
    const key = `issue.${code}`;
    return i18n.language === "zh" && known(key) ? t(key) : reason;
  };
}
