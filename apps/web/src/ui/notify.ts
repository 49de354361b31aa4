import { notifications } from "@mantine/notifications";
import { problemText } from "../i18n/problem-text";

export const notify = {
  done: (message: string) => notifications.show({ message, autoClose: 4000 }),
  failed: (error: unknown) =>
    notifications.show({ message: problemText(error), color: "red", autoClose: 8000 }),
};
