import { RankingPage, type Scope } from "@highwater/shared/ranking/contract";
import { Select } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../../../lib/api";
import { most } from "./search";

interface AddProps {
  scope: Scope;
  chosen: readonly string[];
  onAdd: (id: string) => void;
}

/** The best of the scope first; any of it by its name. */
export function AddCandidate({ scope, chosen, onAdd }: AddProps) {
  const { t } = useTranslation("compare");
  const [q, setQ] = useState("");
  const searched = useDeferredValue(q.trim());
  const { data } = useQuery({
    queryKey: ["ranking", "choices", scope, searched],
    queryFn: ({ signal }) =>
      api.get("/ranking", RankingPage, {
        query: { scope, q: searched || undefined, limit: 20 },
        signal,
      }),
    placeholderData: keepPreviousData,
  });
  const choices = (data?.items ?? []).filter(({ id }) => !chosen.includes(id));
  return (
    <Select
      aria-label={t("add")}
      placeholder={chosen.length >= most ? t("full", { most }) : t("add")}
      disabled={chosen.length >= most}
      data={choices.map(({ id, name, rank }) => ({
        value: id,
        label: rank === null ? name : `${rank} · ${name}`,
      }))}
      filter={({ options }) => options}
      searchable
      value={null}
      searchValue={q}
      onSearchChange={setQ}
      onChange={(id) => {
        if (id) onAdd(id);
        setQ("");
      }}
      nothingFoundMessage={t("none")}
    />
  );
}
