import { Button, Group } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import i18next from "i18next";

const standing = new Map<string, string>();

/**
 * What has been done, and for 8 seconds the way back. A later deed about the same thing takes the former's place, whose
 * way back would lead to where it no longer came from.
 */
export function undoToast(message: string, onUndo: () => void, about?: string) {
  const former = about && standing.get(about);
  if (former) notifications.hide(former);
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
    onClose: () => {
      if (about && standing.get(about) === id) standing.delete(about);
    },
  });
  if (about) standing.set(about, id);
}
