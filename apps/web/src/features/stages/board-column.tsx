import { dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import type { BoardCard, BoardColumn } from "@highwater/shared/stages/board";
import type { Stage } from "@highwater/shared/stages/contract";
import { movable } from "@highwater/shared/stages/lifecycle";
import type { Role } from "@highwater/shared/team/contract";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { oneDecimal } from "../../lib/numbers";
import { LinkAnchor } from "../../ui/link";
import { StageBadge } from "../../ui/stage-badge";
import classes from "./board.module.css";
import { BoardCardView, cardOf } from "./board-card";

interface ColumnProps {
  team: string;
  column: BoardColumn;
  members: readonly { id: string; name: string }[];
  role: Role;
  onMove: (card: BoardCard, to: Stage) => void;
}

const accepts = (card: BoardCard | null, stage: Stage) =>
  card !== null && card.stage !== stage && (stage === "decided" || movable(card.stage, stage));

/** Lights up where the card may go. */
function useDrop(stage: Stage, onMove: ColumnProps["onMove"]) {
  const ref = useRef<HTMLElement>(null);
  const [over, setOver] = useState(false);
  const drop = useRef(onMove);
  useEffect(() => {
    drop.current = onMove;
  });
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    return dropTargetForElements({
      element,
      canDrop: ({ source }) => accepts(cardOf(source.data), stage),
      onDragEnter: () => setOver(true),
      onDragLeave: () => setOver(false),
      onDrop: ({ source }) => {
        setOver(false);
        const card = cardOf(source.data);
        if (card) drop.current(card, stage);
      },
    });
  }, [stage]);
  return { ref, over };
}

export function BoardColumnView({ team, column, members, role, onMove }: ColumnProps) {
  const { t } = useTranslation("stages");
  const { stage, count, meanTotal, items } = column;
  const { ref, over } = useDrop(stage, onMove);
  const beyond = count - items.length;
  return (
    <section
      ref={ref}
      className={classes.column}
      data-over={over || undefined}
      aria-labelledby={`board-${stage}`}
    >
      <h2 id={`board-${stage}`} className={classes.head}>
        <StageBadge stage={stage} />
        <span className={classes.count}>{count}</span>
        {meanTotal !== null && (
          <span className={classes.mean}>{t("board.mean", { total: oneDecimal(meanTotal) })}</span>
        )}
      </h2>
      <ol className={classes.cards}>
        {items.map((card) => (
          <BoardCardView
            key={card.id}
            team={team}
            card={card}
            owner={members.find(({ id }) => id === card.ownerId)?.name}
            role={role}
          />
        ))}
      </ol>
      {beyond > 0 && (
        <LinkAnchor
          className={classes.beyond}
          to="/t/$team/candidates"
          params={{ team }}
          search={{ stage }}
        >
          {t("board.beyond", { count: beyond })}
        </LinkAnchor>
      )}
    </section>
  );
}
