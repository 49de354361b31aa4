import type { Candidate } from "@highwater/shared/candidates/contract";
import type { ReactNode } from "react";
import { LinkAnchor } from "../../ui/link";
import { UserText } from "../../ui/localized";
import { TimeAgo } from "../../ui/time-ago";
import classes from "./inbox.module.css";
import { useWords } from "./words";

interface InboxRowProps {
  candidate: Candidate;
  team: string;
  selected: boolean;
  onSelect: () => void;
  moves: ReactNode;
}

export function InboxRow({ candidate, team, selected, onSelect, moves }: InboxRowProps) {
  const words = useWords();
  const { id, name, thesis, problem, vertical, createdAt } = candidate;
  const line = thesis ?? problem;
  return (
    <li className={classes.row} data-selected={selected || undefined} onFocus={onSelect}>
      <div className={classes.what}>
        <LinkAnchor
          id={`row-${id}`}
          className={classes.name}
          to="/t/$team/c/$id"
          params={{ team, id }}
        >
          <UserText>{name}</UserText>
        </LinkAnchor>
        {line && (
          <div className={classes.line}>
            <UserText>{line}</UserText>
          </div>
        )}
      </div>
      <span className={classes.vertical}>{vertical && words("vertical", vertical)}</span>
      <span className={classes.when}>
        <TimeAgo at={createdAt} />
      </span>
      <span className={classes.moves}>{moves}</span>
    </li>
  );
}
