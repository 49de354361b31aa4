import type { Brings as Brought } from "@highwater/shared/exchange/contract";
import { Alert } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { whole } from "../../lib/numbers";
import { UserText } from "../../ui/localized";
import { Counts } from "./counts";
import classes from "./wizard.module.css";

const kinds = ["reviews", "evidence", "files", "trials", "decisions"] as const;

/** What comes along beside facts, in whose name, and what becomes of those who are no members here. */
export function Brings({ brings, done }: { brings: Brought | null; done: boolean }) {
  const { t } = useTranslation("exchange");
  if (!brings) return null;
  const strangers = brings.people.filter(({ here }) => !here);
  const figures = kinds
    .filter((kind) => brings[kind] > 0)
    .map((kind) => [t(`brings.${kind}`), brings[kind]] as const);
  return (
    <>
      {!brings.intact && (
        <Alert color="yellow" variant="light" title={t("brings.changedTitle")}>
          {t("brings.changed")}
        </Alert>
      )}
      {figures.length > 0 && (
        <>
          <h3>{t(done ? "brings.cameAlong" : "brings.comesAlong")}</h3>
          <Counts label={t("brings.counts")} figures={figures} />
        </>
      )}
      {brings.reviews > 0 && <p className={classes.dim}>{t("brings.reviewsNote")}</p>}
      {brings.fields.length > 0 && (
        <p>
          {t("brings.fields")} <UserText>{brings.fields.join(t("and"))}</UserText>
        </p>
      )}
      {strangers.length > 0 && (
        <details className={classes.people}>
          <summary>
            {t("brings.strangers", { count: strangers.length, figure: whole(strangers.length) })}
          </summary>
          <p className={classes.dim}>{t(done ? "brings.apart" : "brings.inviteFirst")}</p>
          <ul className={classes.left}>
            {strangers.map(({ name, email, nth }) => (
              <li key={`${name} ${nth} ${email}`}>
                <UserText>{name}</UserText> {email && <span className={classes.dim}>{email}</span>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
