import type { AgendaEntry, Round } from "@highwater/shared/rounds/contract";
import { ActionIcon } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconX } from "@tabler/icons-react";
import { type KeyboardEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import { icon } from "../../ui/icon";
import { LinkAnchor } from "../../ui/link";
import { UserText } from "../../ui/localized";
import { StageBadge } from "../../ui/stage-badge";
import { useRoundDeeds } from "./deeds";
import classes from "./rounds.module.css";

interface AgendaProps {
  team: string;
  round: Round;
  mayArrange: boolean;
}

/** The order of the meeting: by buttons, or by Alt with the arrows on a row. */
export function Agenda({ team, round, mayArrange }: AgendaProps) {
  const { order, drop } = useRoundDeeds(round.id);
  const list = useRef<HTMLOListElement>(null);
  const { items } = round;
  function move(at: number, by: number) {
    const ids = items.map(({ id }) => id);
    const [moved] = ids.splice(at, 1);
    if (moved === undefined || at + by < 0 || at + by > ids.length) return;
    ids.splice(at + by, 0, moved);
    order.mutate(ids);
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>(`[data-item="${moved}"]`)?.focus(),
    );
  }
  const onKeyDown = (event: KeyboardEvent, at: number) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!event.altKey || !by || !mayArrange) return;
    event.preventDefault();
    move(at, by);
  };
  return (
    <ol className={classes.agenda} ref={list}>
      {items.map((item, at) => (
        <li
          key={item.id}
          className={classes.item}
          data-item={item.id}
          tabIndex={mayArrange ? -1 : undefined}
          onKeyDown={(event) => onKeyDown(event, at)}
        >
          <span className={classes.number}>{at + 1}</span>
          <span className={classes.title}>
            <LinkAnchor to="/t/$team/c/$id" params={{ team, id: item.candidateId }}>
              <UserText>{item.name}</UserText>
            </LinkAnchor>
            {item.thesis && <UserText className={classes.thesis}>{item.thesis}</UserText>}
          </span>
          <Standing item={item} />
          {mayArrange && (
            <Moves
              item={item}
              first={at === 0}
              last={at === items.length - 1}
              onMove={(by) => move(at, by)}
              onDrop={() => drop.mutate(item.id)}
            />
          )}
        </li>
      ))}
    </ol>
  );
}

export function Standing({ item }: { item: AgendaEntry }) {
  const { t } = useTranslation(["rounds", "stages"]);
  if (item.outcome) return <strong>{t(`stages:outcome.${item.outcome}`)}</strong>;
  if (item.state === "waiting") return <StageBadge stage={item.stage} />;
  return <span className={classes.dim}>{t(`rounds:item.${item.state}`)}</span>;
}

interface MovesProps {
  item: AgendaEntry;
  first: boolean;
  last: boolean;
  onMove: (by: number) => void;
  onDrop: () => void;
}

function Moves({ item, first, last, onMove, onDrop }: MovesProps) {
  const { t } = useTranslation("rounds");
  const { name } = item;
  const quiet = { variant: "subtle", color: "gray", size: "md" } as const;
  return (
    <span className={classes.moves}>
      <ActionIcon
        {...quiet}
        aria-label={t("agenda.up", { name })}
        disabled={first}
        onClick={() => onMove(-1)}
      >
        <IconArrowUp {...icon} />
      </ActionIcon>
      <ActionIcon
        {...quiet}
        aria-label={t("agenda.down", { name })}
        disabled={last}
        onClick={() => onMove(1)}
      >
        <IconArrowDown {...icon} />
      </ActionIcon>
      <ActionIcon
        {...quiet}
        aria-label={t("agenda.remove", { name })}
        disabled={item.state !== "waiting"}
        onClick={onDrop}
      >
        <IconX {...icon} />
      </ActionIcon>
    </span>
  );
}
