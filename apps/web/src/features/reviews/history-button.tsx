import type { Criterion } from "@highwater/shared/rubrics/contract";
import { Button } from "@mantine/core";
import { IconHistory } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { icon } from "../../ui/icon";

const History = lazy(async () => ({ default: (await import("./history")).History }));

interface HistoryButtonProps {
  candidateId: string;
  criteria: readonly Criterion[];
}

export function HistoryButton({ candidateId, criteria }: HistoryButtonProps) {
  const { t } = useTranslation("reviews");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconHistory {...icon} />}
        onClick={() => setOpen(true)}
      >
        {t("history.title")}
      </Button>
      {open && (
        <Suspense>
          <History candidateId={candidateId} criteria={criteria} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
