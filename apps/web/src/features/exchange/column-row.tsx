import type { Column } from "@highwater/shared/exchange/contract";
import { Button, Select } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { icon } from "../../ui/icon";
import { UserText } from "../../ui/localized";
import { useHeader } from "./header";
import { newField } from "./targets";
import classes from "./wizard.module.css";

interface ColumnRowProps {
  column: Column;
  target: string;
  groups: { group: string; items: { value: string; label: string }[] }[];
  /** Headers of other columns that become the same. */
  fights: string[] | undefined;
  onChoose: (target: string) => void;
}

/** One column of the file: its header, some of its values, and what it becomes. */
export function ColumnRow({ column, target, groups, fights, onChoose }: ColumnRowProps) {
  const { t } = useTranslation("exchange");
  const header = useHeader()(column);
  const { samples, proposal, because, looksLike } = column;
  const why = target === proposal ? t(`columns.because.${because}`) : t("columns.chosen");
  const shown = [...new Set(samples.filter((sample) => sample.trim() !== ""))].slice(0, 3);
  return (
    <li className={classes.column} data-skip={target === "skip" || undefined}>
      <div className={classes.about}>
        <UserText className={classes.header}>{header}</UserText>
        <div className={classes.values}>
          {shown.length === 0 && t("columns.noSamples")}
          {shown.map((sample) => (
            <span key={sample} className={classes.value}>
              <UserText>{sample}</UserText>
            </span>
          ))}
        </div>
      </div>
      <Select
        className={classes.target}
        aria-label={t("columns.target", { header })}
        searchable
        allowDeselect={false}
        nothingFoundMessage={t("columns.nothingFound")}
        value={target}
        data={groups}
        description={why}
        inputWrapperOrder={["input", "description", "error"]}
        error={fights && t("columns.conflict", { others: fights.join(t("and")) })}
        onChange={(value) => value !== null && onChoose(value)}
      />
      <div className={classes.oneClick}>
        {target === "skip" && (
          <Button
            variant="default"
            leftSection={<IconPlus {...icon} />}
            aria-label={t("columns.keepNamed", { header })}
            onClick={() => onChoose(newField({ looksLike, header }))}
          >
            {t("columns.keep")}
          </Button>
        )}
      </div>
    </li>
  );
}
