import type { Candidate, Duplicates } from "@highwater/shared/candidates/contract";
import { Button, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { UserText } from "../../ui/localized";
import { StageBadge } from "../../ui/stage-badge";
import classes from "./merges.module.css";
import { foundQuery } from "./queries";

interface PickProps {
  candidate: Candidate;
  /** Proposed before anything is searched for. */
  duplicates: Duplicates["items"];
  onPick: (id: string) => void;
}

/** Which other candidate it is: likely duplicates first, any other by its words. */
export function Pick({ candidate, duplicates, onPick }: PickProps) {
  const { t } = useTranslation("merges");
  const [typed, setTyped] = useState("");
  const [q] = useDebouncedValue(typed.trim(), 250);
  const { data } = useQuery(foundQuery(q));
  const searched = q.length > 1;
  const items = (searched ? (data?.items ?? []) : duplicates).filter(
    ({ id }) => id !== candidate.id,
  );
  return (
    <section className={classes.pick}>
      <p className={classes.lead}>{t("pick.lead", { name: candidate.name })}</p>
      <TextInput
        label={t("pick.search")}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <h2 className={classes.title}>
        {!searched && items.length > 0 && t("pick.duplicates")}
        {!searched && items.length === 0 && t("pick.noDuplicates")}
        {searched && data && t("pick.found", { count: items.length })}
      </h2>
      <ul className={classes.list}>
        {items.map(({ id, name, website, stage }) => (
          <li key={id} className={classes.item}>
            <span className={classes.name}>
              <UserText>{name}</UserText>
              <span className={classes.dim}>{website}</span>
            </span>
            <StageBadge stage={stage} />
            <Button
              variant="default"
              aria-label={t("pick.chooseNamed", { name })}
              onClick={() => onPick(id)}
            >
              {t("pick.choose")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
