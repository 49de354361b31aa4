import {
  type DuplicateChoice,
  duplicateChoices,
  type Import,
  type ImportRow,
  type ImportRows,
} from "@highwater/shared/exchange/contract";
import { Button, SegmentedControl } from "@mantine/core";
import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemNote } from "../../ui/problem-note";
import { useChoose } from "./deeds";
import { DuplicatePair } from "./duplicate-pair";
import classes from "./wizard.module.css";

interface DuplicatesProps {
  one: Import;
  rows: UseInfiniteQueryResult<InfiniteData<ImportRows>>;
  forAll: DuplicateChoice;
  onForAll: (choice: DuplicateChoice) => void;
}

const atOnce = 20;

export function Duplicates({ one, rows, forAll, onForAll }: DuplicatesProps) {
  const { t } = useTranslation("exchange");
  const choose = useChoose(one.id);
  const [shown, setShown] = useState(atOnce);
  const items = rows.data?.pages.flatMap((page) => page.items) ?? [];
  const more = () => {
    setShown(shown + atOnce);
    if (shown + atOnce > items.length && rows.hasNextPage) void rows.fetchNextPage();
  };
  return (
    <>
      <div className={classes.between}>
        <h3>{t("check.duplicatesTitle")}</h3>
        <Choices label={t("check.forAll")} value={forAll} onChange={onForAll} visible />
      </div>
      <p className={classes.dim}>{t(`check.choiceHint.${forAll}`)}</p>
      {rows.error && <ProblemNote error={rows.error} onRetry={() => void rows.refetch()} />}
      <ul className={classes.pairs} aria-label={t("check.duplicatesTitle")}>
        {items.slice(0, shown).map((row) => (
          <li key={row.row} className={classes.pair}>
            <DuplicatePair row={row} columns={one.shape.columns} />
            <Choices
              label={t("check.forRow", { row: row.row, name: row.name ?? "" })}
              value={row.choice ?? forAll}
              onChange={(choice) => choose.mutate({ row: row.row, choice })}
            />
          </li>
        ))}
      </ul>
      {(shown < items.length || rows.hasNextPage) && (
        <Button
          variant="default"
          className={classes.own}
          loading={rows.isFetchingNextPage}
          onClick={more}
        >
          {t("check.more")}
        </Button>
      )}
    </>
  );
}

interface ChoicesProps {
  label: string;
  value: NonNullable<ImportRow["choice"]>;
  onChange: (choice: DuplicateChoice) => void;
  visible?: boolean;
}

function Choices({ label, value, onChange, visible }: ChoicesProps) {
  const { t } = useTranslation("exchange");
  return (
    <div className={classes.links}>
      {visible && <span aria-hidden="true">{label}</span>}
      <SegmentedControl
        aria-label={label}
        value={value}
        onChange={(next) => {
          const choice = duplicateChoices.find((known) => known === next);
          if (choice) onChange(choice);
        }}
        data={duplicateChoices.map((one) => ({ value: one, label: t(`check.choice.${one}`) }))}
      />
    </div>
  );
}
