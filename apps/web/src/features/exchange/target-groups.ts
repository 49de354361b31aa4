import type { Column } from "@highwater/shared/exchange/contract";
import { fieldTypes } from "@highwater/shared/fields/contract";
import { coreCriteria } from "@highwater/shared/rubrics/contract";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useHeader } from "./header";
import { teamFieldsQuery } from "./queries";
import { factTargets, newField, reviewTargets } from "./targets";

type Option = { value: string; label: string };

/** What a column may become, grouped; what it stands for already is always among them. */
export function useTargetGroups(speaksForOthers: boolean) {
  const { t } = useTranslation(["exchange", "candidates"]);
  const { data } = useQuery(teamFieldsQuery());
  const header = useHeader();
  const live = (data?.items ?? []).filter(({ archivedAt }) => archivedAt === null);
  const facts = factTargets.map((value) => ({ value, label: t(`candidates:field.${value}`) }));
  const fields = live.map(({ key, name }) => ({ value: `fields.${key}`, label: name }));
  const named = (target: string) => {
    const [kind, key] = target.split(":");
    const criterion = coreCriteria.find((one) => one === key);
    if (!criterion)
      return t(`exchange:columns.review.${kind === "reviewer" ? "reviewer" : "summary"}`);
    const name = t(`exchange:columns.criterion.${criterion}`);
    return t(`exchange:columns.review.${kind === "score" ? "score" : "reason"}`, { name });
  };
  const reviews = (speaksForOthers ? reviewTargets : []).map((value) => ({
    value,
    label: named(value),
  }));
  const fresh = (target: string): Option | undefined => {
    const [, wanted, name] = /^new:([a-z]+):(.*)$/su.exec(target) ?? [];
    const type = fieldTypes.find((known) => known === wanted);
    if (!type || name === undefined) return undefined;
    return {
      value: target,
      label: t("exchange:columns.asNewField", { name, type: t(`exchange:columns.type.${type}`) }),
    };
  };
  return (column: Column, chosen: string) => {
    const own = newField({ looksLike: column.looksLike, header: header(column) });
    const made = [own, ...(chosen.startsWith("new:") && chosen !== own ? [chosen] : [])];
    const known = [...facts, ...fields, ...reviews].map(({ value }) => value);
    const other = chosen === "skip" || chosen.startsWith("new:") || known.includes(chosen);
    return [
      { group: "—", items: [{ value: "skip", label: t("exchange:columns.skip") }] },
      {
        group: t("exchange:columns.newField"),
        items: made.map(fresh).filter((one) => one !== undefined),
      },
      { group: t("exchange:columns.facts"), items: facts },
      { group: t("exchange:columns.teamFields"), items: fields },
      { group: t("exchange:columns.reviews"), items: reviews },
      ...(other ? [] : [{ group: "…", items: [{ value: chosen, label: chosen }] }]),
    ].filter(({ items }) => items.length > 0);
  };
}
