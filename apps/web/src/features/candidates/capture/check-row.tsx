import { memo } from "react";
import { useTranslation } from "react-i18next";
import { guessLanguage, UserText } from "../../../ui/localized";
import { StageBadge } from "../../../ui/stage-badge";
import classes from "./capture.module.css";
import { type Editable, editable, othersText, type Row } from "./rows";

interface CheckRowProps {
  row: Row;
  /** The name above that it repeats. */
  repeats: string | undefined;
  errors: Partial<Record<Editable, string | undefined>>;
  hrefOf: (id: string) => string;
  onChange: (line: number, patch: Partial<Row>) => void;
}

export const CheckRow = memo(function CheckRow({
  row,
  repeats,
  errors,
  hrefOf,
  onChange,
}: CheckRowProps) {
  const { t } = useTranslation("capture");
  const { line, name, ticked } = row;
  const others = othersText(row);
  return (
    <li className={classes.row} data-off={!ticked || undefined}>
      <input
        type="checkbox"
        className={classes.tick}
        aria-label={t("row.tick", { name, line })}
        checked={ticked}
        onChange={(event) => onChange(line, { ticked: event.currentTarget.checked })}
      />
      {editable.map((field) => (
        <input
          key={field}
          id={`capture-${line}.${field}`}
          className={classes.cell}
          data-field={field}
          aria-label={t(`row.${field}`, { line })}
          placeholder={t(`head.${field}`)}
          value={row[field]}
          lang={guessLanguage(row[field])}
          maxLength={field === "name" ? 200 : undefined}
          inputMode={field === "website" ? "url" : undefined}
          autoComplete="off"
          aria-invalid={errors[field] !== undefined || undefined}
          aria-describedby={errors[field] === undefined ? undefined : `capture-${line}-problem`}
          onChange={(event) => onChange(line, { [field]: event.currentTarget.value })}
        />
      ))}
      <div className={classes.below}>
        {others !== "" && <UserText>{others}</UserText>}
        {repeats !== undefined && <span>{t("row.sameAs", { name: repeats })}</span>}
        {row.duplicates.map(({ id, name: theirs, stage, because }) => (
          <span key={id} className={classes.duplicate}>
            {t(`row.because.${because}`)}{" "}
            <a href={hrefOf(id)} target="_blank" rel="noreferrer">
              <UserText>{theirs}</UserText>
            </a>
            <StageBadge stage={stage} />
          </span>
        ))}
        {Object.values(errors).some(Boolean) && (
          <span id={`capture-${line}-problem`} className={classes.problem}>
            {Object.values(errors).filter(Boolean).join(" ")}
          </span>
        )}
      </div>
    </li>
  );
});
