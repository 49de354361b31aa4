import { Button, Group, Popover, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

interface ConfirmButtonProps {
  label: string;
  /** What follows, said before it happens. Only for what can't be undone. */
  warning: string;
  onConfirm: () => void;
  loading?: boolean;
}

export function ConfirmButton({ label, warning, onConfirm, loading }: ConfirmButtonProps) {
  const { t } = useTranslation("common");
  const [asking, setAsking] = useState(false);
  const confirm = () => {
    setAsking(false);
    onConfirm();
  };
  return (
    <Popover
      opened={asking}
      onChange={setAsking}
      width={260}
      position="bottom-end"
      trapFocus
      withRoles
    >
      <Popover.Target>
        <Button variant="default" loading={loading} onClick={() => setAsking(!asking)}>
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Text size="sm" mb="md">
          {warning}
        </Text>
        <Group gap="sm" justify="flex-end">
          <Button variant="default" onClick={() => setAsking(false)} data-autofocus>
            {t("act.cancel")}
          </Button>
          <Button color="red.8" onClick={confirm}>
            {label}
          </Button>
        </Group>
      </Popover.Dropdown>
    </Popover>
  );
}
