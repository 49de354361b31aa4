import type { ImportRow } from "@highwater/shared/exchange/contract";
import { useTranslation } from "react-i18next";
import { UserText } from "../../ui/localized";
import { factText, useFactName } from "./fact-text";
import classes from "./wizard.module.css";

/** A row of the file beside what it resembles; what they say differently stands out. */
export function DuplicatePair({ row }: { row: ImportRow }) {
  const { t } = useTranslation("exchange");
  const nameOf = useFactName();
  const { match, because } = row;
  if (!match) return null;
  const mine: Record<string, unknown> = { name: row.name, ...row.facts };
  const theirs: Record<string, unknown> = { name: match.name, ...match.facts };
  const keys = Object.keys(mine).filter((key) => factText(mine[key]) !== "");
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
          <th scope="col">
            {match.row === null ? t("check.inPipeline") : t("check.earlier", { row: match.row })}
          </th>
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
