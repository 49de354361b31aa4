import type { SetAside } from "@highwater/shared/reviews/contract";
import { IconHandStop } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { icon } from "../../ui/icon";
import { UserText } from "../../ui/localized";
import { TakeUp } from "./abstained";
import classes from "./standing-note.module.css";

/** One abstains from this: signing it ends that, or taking it up again. */
export function AsideNote({ id, aside }: { id: string; aside: SetAside | null }) {
  const { t } = useTranslation("reviews");
  if (aside?.kind !== "abstain") return null;
  return (
    <div className={classes.note}>
      <IconHandStop {...icon} />
      <p>
        <strong>{t("abstain.standing")}</strong> <UserText>{aside.reason ?? ""}</UserText>
      </p>
      <TakeUp id={id} />
    </div>
  );
}
