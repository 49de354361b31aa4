import { type Stage, stages } from "@highwater/shared/stages/contract";
import { lifecycle } from "@highwater/shared/stages/lifecycle";
import { Button } from "@mantine/core";
import { IconArrowLeft, IconArrowRight } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { icon } from "../../ui/icon";
import { useMoveStage } from "./deeds";

interface MoveButtonsProps {
  candidate: { id: string; name: string; stage: Stage };
  /** The stages that make sense where the buttons stand, in their order. */
  to: readonly Stage[];
}

/** One press a stage, for lists that are sifted row by row. */
export function MoveButtons({ candidate, to }: MoveButtonsProps) {
  const { t } = useTranslation("stages");
  const move = useMoveStage();
  const { id, name, stage } = candidate;
  const allowed = to.filter((one) => lifecycle[stage].some((next) => next === one));
  return allowed.map((one) => (
    <Button
      key={one}
      variant="default"
      leftSection={
        stages.indexOf(one) < stages.indexOf(stage) ? (
          <IconArrowLeft {...icon} size={14} />
        ) : (
          <IconArrowRight {...icon} size={14} />
        )
      }
      disabled={move.isPending}
      aria-label={t("moveNamed", { name, stage: t(one) })}
      onClick={() => move.mutate({ id, name, from: stage, to: one })}
    >
      {t(one)}
    </Button>
  ));
}
