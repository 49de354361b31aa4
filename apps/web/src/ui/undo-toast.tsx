import { Button, Group } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import i18next from "i18next";

/** What has been done, and for 8 seconds the way back. */
export function undoToast(message: string, onUndo: () => void) {
  const undo = () => {
    notifications.hide(id);
    onUndo();
  };
  const id = notifications.show({
    autoClose: 8000,
    message: (
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <span>{message}</span>
        <Button variant="default" onClick={undo}>
          {i18next.t("act.undo", { ns: "common" })}
        </Button>
      </Group>
    ),
  });
}
