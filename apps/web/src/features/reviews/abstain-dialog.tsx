import { Button, Group, Modal, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemNote } from "../../ui/problem-note";
import { setAside } from "./queries";

interface AbstainDialogProps {
  candidate: { id: string; name: string };
  onClose: () => void;
  onAbstained: () => void;
}

export function AbstainDialog({ candidate, onClose, onAbstained }: AbstainDialogProps) {
  const { t } = useTranslation(["reviews", "common"]);
  const [reason, setReason] = useState("");
  const deed = useMutation(setAside(useQueryClient(), candidate.id));
  const confirm = () =>
    deed.mutate(
      { kind: "abstain", reason },
      {
        onSuccess: () => {
          onClose();
          onAbstained();
        },
      },
    );
  return (
    <Modal opened onClose={onClose} title={t("abstain.title", { name: candidate.name })}>
      <p>{t("abstain.explain")}</p>
      <Textarea
        label={t("abstain.reason")}
        description={t("abstain.reasonHint")}
        autosize
        minRows={2}
        maxLength={2000}
        required
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={(event) => {
          const chord = event.metaKey || event.ctrlKey;
          if (event.key === "Enter" && chord && reason.trim() !== "") confirm();
        }}
        data-autofocus
      />
      <ProblemNote error={deed.error} />
      <Group justify="flex-end" gap="sm" mt="lg">
        <Button variant="default" onClick={onClose}>
          {t("common:act.cancel")}
        </Button>
        <Button disabled={reason.trim() === ""} loading={deed.isPending} onClick={confirm}>
          {t("abstain.confirm")}
        </Button>
      </Group>
    </Modal>
  );
}
