import { Button, Group, Modal, Stack } from "@mantine/core";
import type { FormEventHandler, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ProblemNote } from "./problem-note";

interface FormDialogProps {
  title: string;
  size?: "md" | "lg";
  /** Why the last try was refused, where that is about no field. */
  error: unknown;
  saving: boolean;
  onSubmit: FormEventHandler<HTMLFormElement>;
  onClose: () => void;
  children: ReactNode;
}

/** A form over the page: its fields, what was refused, and the way out and on. */
export function FormDialog({ title, size = "md", error, saving, ...props }: FormDialogProps) {
  const { t } = useTranslation("common");
  const { onSubmit, onClose, children } = props;
  return (
    <Modal
      opened
      size={size}
      onClose={onClose}
      title={title}
      closeButtonProps={{ "aria-label": t("act.close") }}
    >
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="sm">
          {children}
          <ProblemNote error={error} />
          <Group gap="sm" justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("act.cancel")}
            </Button>
            <Button type="submit" loading={saving}>
              {t("act.save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
