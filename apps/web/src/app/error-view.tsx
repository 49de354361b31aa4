import { Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { ProblemNote } from "../ui/problem-note";
import classes from "./plain.module.css";

interface ErrorViewProps {
  error: unknown;
  onRetry: () => void;
}

export function ErrorView({ error, onRetry }: ErrorViewProps) {
  const { t } = useTranslation("common");
  return (
    <main className={classes.plain}>
      <Title order={1}>{t("error.title")}</Title>
      <ProblemNote error={error} onRetry={onRetry} />
    </main>
  );
}
