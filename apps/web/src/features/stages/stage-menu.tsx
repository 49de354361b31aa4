import type { Outcome, Stage } from "@highwater/shared/stages/contract";
import { lifecycle } from "@highwater/shared/stages/lifecycle";
import type { Role } from "@highwater/shared/team/contract";
import { atLeast } from "@highwater/shared/team/policy";
import { Button, Menu } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { icon } from "../../ui/icon";
import { StageBadge } from "../../ui/stage-badge";
import { DecideDialog } from "./decide-dialog";
import { useMoveStage } from "./deeds";

interface StageMenuProps {
  candidate: { id: string; name: string; stage: Stage; revealedAt: string | null };
  /** Viewers see where it stands. */
  role: Role;
}

/** Where a candidate stands, where it may go, and what may be decided about it. */
export function StageMenu({ candidate, role }: StageMenuProps) {
  const { t } = useTranslation("stages");
  const move = useMoveStage();
  const [deciding, setDeciding] = useState<Outcome | null>(null);
  const { id, name, stage, revealedAt } = candidate;
  if (!atLeast(role, "reviewer")) return <StageBadge stage={stage} />;
  const mayInvest = atLeast(role, "admin") && revealedAt !== null;
  const outcomes = [...(mayInvest ? (["invest"] as const) : []), "watch", "pass"] as const;
  return (
    <>
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
          <Menu.Divider />
          <Menu.Label>{t("decide.label")}</Menu.Label>
          {outcomes.map((outcome) => (
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
