import type { Column } from "@highwater/shared/exchange/contract";
import { useTranslation } from "react-i18next";

/** What a column is called; one without a header by its place. */
export function useHeader() {
  const { t } = useTranslation("exchange");
  return ({ header, index }: Pick<Column, "header" | "index">) =>
    header.trim() || t("file.unnamed", { number: index + 1 });
}
