import { draggable } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { BoardCard } from "@highwater/shared/stages/board";
import type { Role } from "@highwater/shared/team/contract";
import { atLeast } from "@highwater/shared/team/policy";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { oneDecimal } from "../../lib/numbers";
import { LinkAnchor } from "../../ui/link";
import { UserText } from "../../ui/localized";
import { useVerticalName } from "../../ui/vertical-name";
import classes from "./board.module.css";
import { StageMenu } from "./stage-menu";

interface CardProps {
  team: string;
  card: BoardCard;
  owner: string | undefined;
  role: Role;
}

/** What is being dragged, if it is a card of ours. */
export function cardOf(data: Record<string, unknown>): BoardCard | null {
  const card = BoardCard.safeParse(data["card"]);
  return card.success ? card.data : null;
}

function useDrag(card: BoardCard, enabled: boolean) {
  const ref = useRef<HTMLLIElement>(null);
  const [dragging, setDragging] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (!element || !enabled) return;
    return draggable({
      element,
      getInitialData: () => ({ card }),
      onDragStart: () => setDragging(true),
      onDrop: () => setDragging(false),
    });
  }, [card, enabled]);
  return { ref, dragging };
}

export function BoardCardView({ team, card, owner, role }: CardProps) {
  const { t } = useTranslation("stages");
  const { ref, dragging } = useDrag(card, atLeast(role, "reviewer"));
  const verticalName = useVerticalName();
  const facts = [
    card.vertical && verticalName(card.vertical),
    owner,
    card.revealed ? null : card.signed > 0 ? t("board.signed", { count: card.signed }) : null,
    card.outcome ? t(`outcome.${card.outcome}`) : null,
  ].filter((fact): fact is string => fact !== null && fact !== undefined);
  return (
    <li ref={ref} className={classes.card} data-dragging={dragging || undefined}>
      <div className={classes.line}>
        <LinkAnchor
          className={classes.name}
          data-card={card.id}
          draggable={false}
          to="/t/$team/c/$id"
          params={{ team, id: card.id }}
        >
          <UserText>{card.name}</UserText>
        </LinkAnchor>
        {card.total !== null && (
          <span className={classes.total} title={t("board.rank", { rank: card.rank })}>
            {oneDecimal(card.total)}
          </span>
        )}
        {atLeast(role, "reviewer") && (
          <StageMenu candidate={card} role={role} label={t("board.menu", { name: card.name })} />
        )}
      </div>
      {facts.length > 0 && <p className={classes.facts}>{facts.join(" · ")}</p>}
    </li>
  );
}
