import type { Outcome, Stage } from "@highwater/shared/stages/contract";
import { lifecycle } from "@highwater/shared/stages/lifecycle";
import type { Role } from "@highwater/shared/team/contract";
import { atLeast } from "@highwater/shared/team/policy";
import { ActionIcon, Button, Menu } from "@mantine/core";
import { IconChevronDown, IconDots } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { icon } from "../../ui/icon";
import { StageBadge } from "../../ui/stage-badge";
import { DecideDialog } from "./decide-dialog";
import { useMoveStage } from "./deeds";
import { outcomesFor } from "./outcomes";

interface StageMenuProps {
  candidate: { id: string; name: string; stage: Stage; revealed: boolean };
  /** Viewers see where it stands. */
  role: Role;
  /** On a card: no more than a button, which names its candidate. */
  label?: string;
}

/** Where a candidate stands, where it may go, and what may be decided about it. */
export function StageMenu({ candidate, role, label }: StageMenuProps) {
  const { t } = useTranslation("stages");
  const move = useMoveStage();
  const [deciding, setDeciding] = useState<Outcome | null>(null);
  const { id, name, stage, revealed } = candidate;
  if (!atLeast(role, "reviewer")) return <StageBadge stage={stage} />;
  return (
    <>
      <Menu position="bottom-start">
        <Menu.Target>
          {label ? (
            <ActionIcon size="sm" loading={move.isPending} aria-label={label}>
              <IconDots {...icon} />
            </ActionIcon>
          ) : (
            <Button
              variant="default"
              loading={move.isPending}
              aria-label={t("menu", { stage: t(stage) })}
              rightSection={<IconChevronDown {...icon} size={14} />}
            >
              <StageBadge stage={stage} />
            </Button>
          )}
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t("moveTo")}</Menu.Label>
          {lifecycle[stage].map((to) => (
            <Menu.Item key={to} onClick={() => move.mutate({ id, name, from: stage, to })}>
              <StageBadge stage={to} />
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Label>{t("decide.label")}</Menu.Label>
          {outcomesFor(role, revealed).map((outcome) => (
            <Menu.Item key={outcome} onClick={() => setDeciding(outcome)}>
              {t("decide.item", { outcome: t(`outcome.${outcome}`) })}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {deciding && (
        <DecideDialog candidate={candidate} outcome={deciding} onClose={() => setDeciding(null)} />
      )}
    </>
  );
}
