import type { Import, ShapeInput } from "@highwater/shared/exchange/contract";
import { encodings } from "@highwater/shared/exchange/contract";
import { Button, NumberInput, Select, Table } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { UserText } from "../../ui/localized";
import { ProblemNote } from "../../ui/problem-note";
import { byKeys } from "./by-keys";
import { useCheck, useReshape } from "./deeds";
import { useHeader } from "./header";
import classes from "./wizard.module.css";

interface FileStepProps {
  one: Import;
  onNext: () => void;
  onCheck: () => void;
}

/** What was found in the file, to be corrected where it was found wrongly. */
export function FileStep({ one, onNext, onCheck }: FileStepProps) {
  const { t } = useTranslation("exchange");
  const { shape, fileName, id } = one;
  const check = useCheck(id);
  const asIs = shape.columns.length === 0;
  const next = () => (asIs ? check.mutate({ mapping: [] }, { onSuccess: onCheck }) : onNext());
  return (
    <section className={classes.step} aria-labelledby="step-title">
      <h2 id="step-title">{t("file.title", { name: fileName })}</h2>
      <p className={classes.dim}>
        {t("file.format", { format: t(`file.formats.${shape.format}`) })}
      </p>
      <Corrections key={JSON.stringify(shape)} one={one} />
      {asIs ? <p>{t("file.asIs")}</p> : <Preview one={one} />}
      <ProblemNote error={check.error} />
      <div className={classes.foot}>
        <Button onClick={next} loading={check.isPending}>
          {asIs ? t("columns.check") : t("next", { step: t("steps.columns") })}
        </Button>
      </div>
    </section>
  );
}

const delimiters = { comma: ",", semicolon: ";", tab: "\t", bar: "|" } as const;
type DelimiterName = keyof typeof delimiters;
const delimiterNames = Object.keys(delimiters) as DelimiterName[];

function Corrections({ one }: { one: Import }) {
  const { t } = useTranslation("exchange");
  const { shape } = one;
  const reshape = useReshape(one.id);
  const [change, setChange] = useState<ShapeInput>({});
  const set = (part: ShapeInput) => setChange((now) => ({ ...now, ...part }));
  if (shape.format !== "csv" && shape.format !== "xlsx") return null;
  const delimiter = change.delimiter ?? shape.delimiter;
  const headerRow = change.headerRow === undefined ? shape.headerRow : change.headerRow;
  return (
    <form
      className={classes.corrections}
      onSubmit={(event) => {
        event.preventDefault();
        reshape.mutate(change);
      }}
    >
      {shape.format === "csv" && (
        <>
          <Select
            label={t("file.encoding")}
            allowDeselect={false}
            value={change.encoding ?? shape.encoding}
            data={encodings.map((value) => ({ value, label: t(`file.encodings.${value}`) }))}
            onChange={(value) => set({ encoding: encodings.find((known) => known === value) })}
          />
          <Select
            label={t("file.delimiter")}
            allowDeselect={false}
            value={delimiterNames.find((name) => delimiters[name] === delimiter) ?? null}
            data={delimiterNames.map((value) => ({ value, label: t(`file.delimiters.${value}`) }))}
            onChange={(value) => {
              const name = delimiterNames.find((known) => known === value);
              if (name) set({ delimiter: delimiters[name] });
            }}
          />
        </>
      )}
      {shape.sheets.length > 1 && (
        <Select
          label={t("file.sheet")}
          allowDeselect={false}
          value={change.sheet ?? shape.sheet}
          data={shape.sheets}
          onChange={(value) => value !== null && set({ sheet: value })}
        />
      )}
      <NumberInput
        label={t("file.headerRow")}
        description={t("file.headerRowHint")}
        inputWrapperOrder={["label", "input", "description", "error"]}
        min={1}
        max={1000}
        allowDecimal={false}
        value={headerRow ?? ""}
        onChange={(value) => set({ headerRow: typeof value === "number" ? value : null })}
      />
      {Object.keys(change).length > 0 && (
        <Button type="submit" variant="default" loading={reshape.isPending}>
          {t("file.reread")}
        </Button>
      )}
      <ProblemNote error={reshape.error} />
    </form>
  );
}

const previewed = [0, 1, 2];

function Preview({ one }: { one: Import }) {
  const { t } = useTranslation("exchange");
  const header = useHeader();
  const { columns } = one.shape;
  return (
    <Table.ScrollContainer minWidth={Math.min(960, columns.length * 140)} scrollAreaProps={byKeys}>
      <Table className={classes.preview} withTableBorder withColumnBorders>
        <Table.Caption>{t("file.preview")}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th key={column.index}>
                <UserText>{header(column)}</UserText>
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {previewed.map((row) => (
            <Table.Tr key={row}>
              {columns.map(({ index, samples }) => (
                <Table.Td key={index}>
                  <UserText className={classes.sample}>{samples[row] ?? ""}</UserText>
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
