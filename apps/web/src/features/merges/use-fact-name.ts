import { CandidatePatch } from "@highwater/shared/candidates/contract";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { teamFieldsQuery } from "./queries";

const isFact = (key: string): key is keyof CandidatePatch => key in CandidatePatch.shape;

/** What a fact, or a team field, is called. */
export function useFactName() {
  const { t } = useTranslation("candidates");
  const { data } = useQuery(teamFieldsQuery());
  return (key: string): string =>
    isFact(key)
      ? t(`field.${key}`)
      : (data?.items.find((field) => `fields.${field.key}` === key)?.name ??
        key.replace(/^fields\./, ""));
}
