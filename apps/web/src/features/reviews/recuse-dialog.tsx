import { Button, Group, Modal, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemNote } from "../../ui/problem-note";
import { recuse } from "./queries";

interface RecuseDialogProps {
  candidate: { id: string; name: string };
  opened: boolean;
  onClose: () => void;
  onRecused: () => void;
}

export function RecuseDialog({ candidate, opened, onClose, onRecused }: RecuseDialogProps) {
  const { t } = useTranslation("reviews");
  const { t: common } = useTranslation("common");
  const [reason, setReason] = useState("");
  const deed = useMutation(recuse(useQueryClient(), candidate.id));
  const confirm = async () => {
    const done = await deed.mutateAsync(reason.trim() === "" ? null : reason).catch(() => null);
    if (done) onRecused();
  };
  return (
    <Modal opened={opened} onClose={onClose} title={t("recuse.title", { name: candidate.name })}>
      <p>{t("recuse.warning")}</p>
      <Textarea
        label={t("recuse.reason")}
        description={t("recuse.reasonHint")}
        autosize
        minRows={2}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        data-autofocus
      />
      <ProblemNote error={deed.error} />
      <Group justify="flex-end" gap="sm" mt="lg">
        <Button variant="default" onClick={onClose}>
          {common("act.cancel")}
        </Button>
        <Button color="red.8" loading={deed.isPending} onClick={() => void confirm()}>
          {t("recuse.confirm")}
        </Button>
      </Group>
    </Modal>
  );
}
