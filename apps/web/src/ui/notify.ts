import { notifications } from "@mantine/notifications";
import i18next from "i18next";
import { problemText } from "../i18n/problem-text";

const show = (message: string, color: string, autoClose: number) =>
  notifications.show({
    message,
    color,
    autoClose,
    closeButtonProps: { "aria-label": i18next.t("act.close", { ns: "common" }) },
  });

export const notify = {
  done: (message: string) => show(message, "tide", 4000),
  failed: (error: unknown) => show(problemText(error), "red", 8000),
  /** What it was about stands in front, where many things are under way. */
  failedAbout(about: string, error: unknown) {
    const words = { ns: "common", about, problem: problemText(error) } as const;
    show(i18next.t("error.about", words), "red", 8000);
  },
};
