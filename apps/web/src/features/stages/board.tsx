import type { Role } from "@highwater/shared/team/contract";
import { atLeast } from "@highwater/shared/team/policy";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { PageHead } from "../../ui/page-head";
import classes from "./board.module.css";
import { BoardColumnView } from "./board-column";
import { DecideChoice } from "./decide-choice";
import type { BoardSearch } from "./search";
import { useBoard } from "./use-board";
import { useBoardKeys } from "./use-board-keys";

interface BoardProps {
  team: string;
  role: Role;
  search: BoardSearch;
  members: readonly { id: string; name: string }[];
  onOpen: (id: string) => void;
}

/** The stages side by side. Every drag has a key and a menu beside it. */
export function Board({ team, role, search, members, onOpen }: BoardProps) {
  const { t } = useTranslation("stages");
  const board = useBoard(search);
  const ground = useRef<HTMLDivElement>(null);
  const moves = atLeast(role, "reviewer");
  useBoardKeys({ ground, columns: board.columns, moves, move: board.move, onOpen });
  const count = board.columns.reduce((sum, column) => sum + column.count, 0);
  return (
    <>
      <PageHead title={t("board.title")} aside={count} />
      <div ref={ground} className={classes.board}>
        {board.columns.map((column) => (
          <BoardColumnView
            key={column.stage}
            team={team}
            column={column}
            members={members}
            role={role}
            onMove={board.move}
          />
        ))}
      </div>
      {moves && <p className={classes.keys}>{t("board.keys")}</p>}
      {board.deciding && (
        <DecideChoice candidate={board.deciding} role={role} onClose={board.stopDeciding} />
      )}
    </>
  );
}
