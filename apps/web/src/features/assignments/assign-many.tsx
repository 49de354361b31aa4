import type { Member } from "@highwater/shared/team/contract";
import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { AssignDialog } from "./assign-dialog";
import type { Chosen } from "./queries";

interface AssignManyProps {
  chosen: Chosen;
  count: number;
  members: readonly Member[];
  onDone: () => void;
}

/** The button in the bar of what is selected. */
export function AssignMany(props: AssignManyProps) {
  const { t } = useTranslation("assignments");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t("assign")}
      </Button>
      {open && <AssignDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}
