import type { DuplicateChoice, Import } from "@highwater/shared/exchange/contract";
import { useTranslation } from "react-i18next";
import { whole } from "../../lib/numbers";

/** Exactly what the import would do, as the words of its button; null when it would do nothing. */
export function useDecision({ report, chosen }: Import, forAll: DuplicateChoice): string | null {
  const { t } = useTranslation("exchange");
  if (!report) return null;
  const open = report.duplicates - chosen.skip - chosen.merge - chosen.keep;
  const of = (choice: DuplicateChoice) => chosen[choice] + (choice === forAll ? open : 0);
  const [skipped, merged] = [of("skip"), of("merge")];
  const added = report.ready + of("keep");
  if (added + merged === 0) return null;
  const figure = (count: number) => ({ count, figure: whole(count) });
  return [
    (added > 0 || merged === 0) && t("check.import", figure(added)),
    merged > 0 && t("check.merge", figure(merged)),
    skipped > 0 && t("check.skip", figure(skipped)),
    report.errors > 0 && t("check.leave", figure(report.errors)),
  ]
    .filter((part) => part !== false)
    .join(t("and"));
}
