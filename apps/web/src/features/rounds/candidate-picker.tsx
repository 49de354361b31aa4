import type { CandidatePage } from "@highwater/shared/candidates/contract";
import { Checkbox, TextInput } from "@mantine/core";
import { useQueries } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { StageBadge } from "../../ui/stage-badge";
import { choicesQuery } from "./queries";
import classes from "./rounds.module.css";

interface CandidatePickerProps {
  /** Those that stand on the agenda already. */
  except?: ReadonlySet<string>;
  chosen: readonly string[];
  onChange: (ids: string[]) => void;
}

type Choice = CandidatePage["items"][number];

/** What is in Discussion and in Review first; everything else by its name. */
function useChoices(q: string): Choice[] {
  const searched = useDeferredValue(q);
  const stages = searched.trim() === "" ? (["discussion", "review"] as const) : [null];
  const answers = useQueries({ queries: stages.map((stage) => choicesQuery(stage, searched)) });
  return answers.flatMap(({ data }) => data?.items ?? []);
}

export function CandidatePicker({ except, chosen, onChange }: CandidatePickerProps) {
  const { t } = useTranslation("rounds");
  const [q, setQ] = useState("");
  const choices = useChoices(q).filter(({ id }) => !except?.has(id));
  const toggle = (id: string) =>
    onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <fieldset className={classes.picker}>
      <legend>{t("pick.label", { count: chosen.length })}</legend>
      <TextInput
        aria-label={t("pick.search")}
        placeholder={t("pick.search")}
        value={q}
        onChange={(event) => setQ(event.currentTarget.value)}
      />
      <ul className={classes.choices}>
        {choices.map(({ id, name, stage }) => (
          <li key={id}>
            <Checkbox
              label={name}
              checked={chosen.includes(id)}
              onChange={() => toggle(id)}
              classNames={{ labelWrapper: classes.choiceName ?? "" }}
            />
            <StageBadge stage={stage} />
          </li>
        ))}
      </ul>
      {choices.length === 0 && <p className={classes.dim}>{t("pick.none")}</p>}
    </fieldset>
  );
}
