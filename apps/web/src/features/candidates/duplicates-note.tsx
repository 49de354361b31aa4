import type { Duplicates } from "@highwater/shared/candidates/contract";
import { IconCopy } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { icon } from "../../ui/icon";
import { UserText } from "../../ui/localized";
import { StageBadge } from "../../ui/stage-badge";
import classes from "./duplicates-note.module.css";

interface DuplicatesNoteProps {
  items: Duplicates["items"];
  hrefOf: (id: string) => string;
}

/** Points out, forbids nothing. The links open beside the form, which keeps what was typed. */
export function DuplicatesNote({ items, hrefOf }: DuplicatesNoteProps) {
  const { t } = useTranslation("candidates");
  return (
    <div role="status">
      {items.length > 0 && (
        <div className={classes.note}>
          <p className={classes.title}>
            <IconCopy {...icon} />
            {t("duplicates.title", { count: items.length })}
          </p>
          <ul className={classes.list}>
            {items.map(({ id, name, website, stage, because }) => (
              <li key={id} className={classes.item}>
                <a href={hrefOf(id)} target="_blank" rel="noreferrer">
                  <UserText>{name}</UserText>
                </a>
                <StageBadge stage={stage} />
                <span className={classes.why}>
                  {t(`duplicates.because.${because}`)}
                  {website && because === "website" ? ` · ${website}` : null}
                </span>
              </li>
            ))}
          </ul>
          <p className={classes.why}>{t("duplicates.allowed")}</p>
        </div>
      )}
    </div>
  );
}
