import { Button, Checkbox, Modal, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemNote } from "../../ui/problem-note";
import { type SightDeed, useSightDeed } from "./deeds";
import classes from "./reviews-panel.module.css";

interface SightDialogProps {
  candidateId: string;
  deed: SightDeed["deed"];
  signed: number;
  needed: number;
  onClose: () => void;
}

/** Says what follows for ever, and waits for an explicit yes. */
export function SightDialog({ candidateId, deed, signed, needed, onClose }: SightDialogProps) {
  const { t } = useTranslation(["candidates", "common"]);
  const change = useSightDeed(candidateId);
  const [sure, setSure] = useState(false);
  const [reason, setReason] = useState("");
  const act = () => {
    const input: SightDeed =
      deed === "recusal" ? { deed, reason: reason.trim() === "" ? null : reason } : { deed };
    change.mutate(input, { onSuccess: onClose });
  };
  return (
    <Modal opened onClose={onClose} title={t(`candidates:sight.${deed}.title`)}>
      <div className={classes.dialog}>
        <p className={classes.reason}>
          {t(`candidates:sight.${deed}.warning`, { signed, needed })}
        </p>
        {deed === "recusal" && (
          <Textarea
            label={t("candidates:sight.reason")}
            description={t("candidates:sight.reasonHint")}
            maxLength={2000}
            autosize
            minRows={2}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
        <Checkbox
          label={t("candidates:sight.sure")}
          checked={sure}
          onChange={(event) => setSure(event.currentTarget.checked)}
        />
        <ProblemNote error={change.error} />
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose} data-autofocus>
            {t("common:act.cancel")}
          </Button>
          <Button color="red.8" disabled={!sure} loading={change.isPending} onClick={act}>
            {t(`candidates:sight.${deed}.confirm`)}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
