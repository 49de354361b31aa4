import type { Column, ImportRow } from "@highwater/shared/exchange/contract";
import { useTranslation } from "react-i18next";
import { UserText } from "../../ui/localized";
import { factText, flatFacts, useFactName } from "./fact-text";
import classes from "./wizard.module.css";

interface DuplicatePairProps {
  row: ImportRow;
  columns: readonly Column[];
}

/** A row of the file beside what it resembles; what they say differently stands out. */
export function DuplicatePair({ row, columns }: DuplicatePairProps) {
  const { t } = useTranslation("exchange");
  const nameOf = useFactName(columns);
  const { match, because } = row;
  if (!match) return null;
  const mine: Record<string, unknown> = { name: row.name, ...flatFacts(row.facts) };
  const theirs: Record<string, unknown> = { name: match.name, ...flatFacts(match.facts) };
  const keys = Object.keys(mine).filter((key) => factText(mine[key]) !== "");
  const place = match.row === null ? t("check.inPipeline") : t("check.earlier", { row: match.row });
  if (keys.every((key) => factText(mine[key]) === factText(theirs[key])))
    return (
      <p className={classes.alike}>
        <UserText className={classes.header}>{match.name}</UserText>
        <span className={classes.dim}>
          {t("check.inFile", { row: row.row })} = {place}: {t("check.alike")}
        </span>
      </p>
    );
  return (
    <table>
      <colgroup>
        <col />
        <col />
        <col />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{because && t(`check.because.${because}`)}</th>
          <th scope="col">{t("check.inFile", { row: row.row })}</th>
          <th scope="col">{place}</th>
        </tr>
      </thead>
      <tbody>
        {keys.map((key) => {
          const [one, other] = [factText(mine[key]), factText(theirs[key])];
          return (
            <tr key={key} className={one === other ? undefined : classes.differs}>
              <th scope="row">{nameOf(key)}</th>
              <td>
                <UserText className={classes.sample}>{one}</UserText>
              </td>
              <td>
                {other === "" ? (
                  <span className={classes.dim}>{t("check.nothing")}</span>
                ) : (
                  <UserText className={classes.sample}>{other}</UserText>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
