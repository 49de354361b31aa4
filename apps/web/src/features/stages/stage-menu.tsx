import type { Stage } from "@highwater/shared/stages/contract";
import { lifecycle } from "@highwater/shared/stages/lifecycle";
import { Button, Menu } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { icon } from "../../ui/icon";
import { StageBadge } from "../../ui/stage-badge";
import { useMoveStage } from "./deeds";

interface StageMenuProps {
  candidate: { id: string; name: string; stage: Stage };
  /** Viewers see where it stands. */
  mayMove: boolean;
}

/** Where a candidate stands, and where it may go. */
export function StageMenu({ candidate, mayMove }: StageMenuProps) {
  const { t } = useTranslation("stages");
  const move = useMoveStage();
  const { id, name, stage } = candidate;
  if (!mayMove) return <StageBadge stage={stage} />;
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button
          variant="default"
          loading={move.isPending}
          aria-label={t("menu", { stage: t(stage) })}
          rightSection={<IconChevronDown {...icon} size={14} />}
        >
          <StageBadge stage={stage} />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t("moveTo")}</Menu.Label>
        {lifecycle[stage].map((to) => (
          <Menu.Item key={to} onClick={() => move.mutate({ id, name, from: stage, to })}>
            <StageBadge stage={to} />
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
