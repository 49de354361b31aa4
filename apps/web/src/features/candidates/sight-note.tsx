import type { CandidateReviews } from "@highwater/shared/reviews/contract";
import { IconEye, IconLock } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { icon } from "../../ui/icon";
import classes from "./reviews-panel.module.css";

/** Why the reviews lie open to this viewer, or why not. */
export function SightNote({ reviews }: { reviews: CandidateReviews }) {
  const { t } = useTranslation("candidates");
  const { sight, signed, needed, mine } = reviews;
  const locked = sight === "hidden" || sight === "recused";
  return (
    <div className={classes.note} data-locked={locked || undefined}>
      {locked ? <IconLock {...icon} /> : <IconEye {...icon} />}
      <div>
        <p className={classes.reason}>
          {sight !== "recused" && sight !== "revealed" && (
            <strong>{t("scores.signed", { signed, needed })} </strong>
          )}
          {t(`scores.sight.${sight}`)}
        </p>
        {(mine === "draft" || mine === "amending") && (
          <p className={classes.reason}>{t(`scores.mine.${mine}`)}</p>
        )}
      </div>
    </div>
  );
}
