import type { Import } from "@highwater/shared/exchange/contract";
import { useTranslation } from "react-i18next";
import { whole } from "../../lib/numbers";

/** What came of an import, or would come of it, in one line. Zeros are not worth a word. */
export function useOutcome() {
  const { t } = useTranslation("exchange");
  return ({ state, report }: Import): string => {
    if (!report) return "";
    const { added, merged, skipped, failed, ready, duplicates, errors, undone } = report;
    const parts =
      state === "undone"
        ? ({ archived: undone } as const)
        : added === null
          ? ({ ready, duplicates, errors } as const)
          : ({ added, merged, skipped, failed } as const);
    return (Object.entries(parts) as [keyof typeof parts, number | null][])
      .filter(([key, figure], at) => key && (at === 0 || figure))
      .map(([key, figure]) => t(`count.${key}`, { figure: whole(figure ?? 0) }))
      .join(t("and"));
  };
}
