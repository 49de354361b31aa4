import type { CandidateReviews } from "@highwater/shared/reviews/contract";
import { sees } from "@highwater/shared/reviews/policy";
import { Button } from "@mantine/core";
import { IconCircleCheck, IconEyeOff, IconFileImport, IconPencil } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { icon } from "../../ui/icon";
import { type DraftState, isDirty } from "./draft-state";
import classes from "./standing-note.module.css";
import { stamp } from "./words";

interface StandingNoteProps {
  state: DraftState;
  sight: CandidateReviews;
  /** The way to the dossier, where the reviews are. */
  link: ReactNode;
  onDiscard: () => void;
}

/** Where this review stands, and who sees what because of it. */
export function StandingNote({ state, sight, link, onDiscard }: StandingNoteProps) {
  const { t } = useTranslation("reviews");
  const base = state.base?.data;
  if (base?.signedAt && (isDirty(state) || base.status === "amending"))
    return (
      <div className={classes.note}>
        <IconPencil {...icon} />
        <p>
          <strong>{t("state.amending")}</strong>{" "}
          {t("state.amendingHint", { count: base.version, when: stamp(base.signedAt) })}
        </p>
        <Button variant="default" size="compact-sm" onClick={onDiscard}>
          {t("state.discard")}
        </Button>
      </div>
    );
  if (base?.signedAt && base.imported)
    return (
      <div className={classes.note}>
        <IconFileImport {...icon} />
        <p>
          <strong>{t("state.imported")}</strong> {t("state.importedHint")}
        </p>
      </div>
    );
  if (base?.signedAt)
    return (
      <div className={classes.note} data-signed>
        <IconCircleCheck {...icon} />
        <p>
          <strong>
            {t("state.signed", { when: stamp(base.signedAt) })} ·{" "}
            {t("state.version", { count: base.version })}
          </strong>
          {base.notBlind && ` · ${t("state.notBlind")}`} {t("state.counts")}{" "}
          {sees(sight.sight) && t("state.nowOpen")}
        </p>
        {link}
      </div>
    );
  if (sees(sight.sight))
    return (
      <div className={classes.note}>
        <p>
          <strong>{t("state.notBlind")}.</strong> {t("state.notBlindHint")}
        </p>
        {link}
      </div>
    );
  return (
    <div className={classes.note} data-quiet>
      <IconEyeOff {...icon} />
      <p>
        {t("state.blind")} {t("state.signedCount", { count: sight.signed })}
      </p>
    </div>
  );
}
