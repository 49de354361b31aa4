import type { Outcome, Stage } from "@highwater/shared/stages/contract";
import type { Role } from "@highwater/shared/team/contract";
import { Button, Group, Modal } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DecideDialog } from "./decide-dialog";
import { outcomesFor } from "./outcomes";

interface DecideChoiceProps {
  candidate: { id: string; name: string; stage: Stage; revealed: boolean };
  role: Role;
  onClose: () => void;
}

/** What is to be decided, before why. */
export function DecideChoice({ candidate, role, onClose }: DecideChoiceProps) {
  const { t } = useTranslation(["stages", "common"]);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  if (outcome) return <DecideDialog candidate={candidate} outcome={outcome} onClose={onClose} />;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("stages:board.decide", { name: candidate.name })}
      closeButtonProps={{ "aria-label": t("common:act.close") }}
    >
      <Group gap="sm">
        {outcomesFor(role, candidate.revealed).map((one, at) => (
          <Button
            key={one}
            variant="default"
            data-autofocus={at === 0 || undefined}
            onClick={() => setOutcome(one)}
          >
            {t("stages:decide.item", { outcome: t(`stages:outcome.${one}`) })}
          </Button>
        ))}
      </Group>
    </Modal>
  );
}
