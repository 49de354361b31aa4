import { Alert, Button } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { problemText } from "../i18n/problem-text";
import { isProblem } from "../lib/api-problem";
import { icon } from "./icon";

interface ProblemNoteProps {
  error: unknown;
  onRetry?: (() => void) | undefined;
}

/** A refusal, inline: what to do, Retry where it helps, the request number where there is one. */
export function ProblemNote({ error, onRetry }: ProblemNoteProps) {
  const { t } = useTranslation("common");
  if (!error) return null;
  const id = isProblem(error) && error.status >= 500 ? error.requestId : null;
  return (
    <Alert role="alert" color="red" variant="light" icon={<IconAlertTriangle {...icon} />}>
      <div>{problemText(error)}</div>
      {id && <small>{t("error.requestId", { id })}</small>}
      {onRetry && (
        <Button variant="default" mt="sm" onClick={onRetry}>
          {t("act.retry")}
        </Button>
      )}
    </Alert>
  );
}
