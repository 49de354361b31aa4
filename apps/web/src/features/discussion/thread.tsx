import type { Comment } from "@highwater/shared/discussion/contract";
import { Button } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { icon } from "../../ui/icon";
import { notify } from "../../ui/notify";
import { TimeAgo } from "../../ui/time-ago";
import { anchorOf, CommentItem } from "./comment-item";
import { Composer } from "./composer";
import { useResolve, useSay } from "./deeds";
import classes from "./discussion.module.css";
import { keyOf, readDraft } from "./kept";
import type { Person } from "./use-mentions";

interface ThreadProps {
  root: Comment;
  answers: readonly Comment[];
  /** The criterion it is about, by name. */
  about: string | null;
  memberId: string;
  people: readonly Person[];
  mayAnswer: boolean;
}

/** Whether the page was opened at a comment of this thread. */
const isTarget = (comments: readonly Comment[]) =>
  comments.some(({ id }) => location.hash === `#${anchorOf(id)}`);

/** A comment with its answers. Resolved, it is folded to one line. */
export function Thread({ root, answers, about, memberId, people, mayAnswer }: ThreadProps) {
  const [open, setOpen] = useState(() => isTarget([root, ...answers]));
  const folded = root.resolvedAt !== null && !open;
  return (
    <li className={classes.thread} data-resolved={root.resolvedAt !== null || undefined}>
      {about && <span className={classes.about}>{about}</span>}
      {root.resolvedAt !== null && (
        <Resolved root={root} count={answers.length} open={open} onToggle={() => setOpen(!open)} />
      )}
      {!folded && (
        <>
          <CommentItem comment={root} memberId={memberId} people={people} />
          <ul className={classes.answers}>
            {answers.map((answer) => (
              <li key={answer.id}>
                <CommentItem comment={answer} memberId={memberId} people={people} />
              </li>
            ))}
          </ul>
          <Acts root={root} memberId={memberId} people={people} mayAnswer={mayAnswer} />
        </>
      )}
    </li>
  );
}

interface ResolvedProps {
  root: Comment;
  count: number;
  open: boolean;
  onToggle: () => void;
}

function Resolved({ root, count, open, onToggle }: ResolvedProps) {
  const { t } = useTranslation("discussion");
  const { resolvedAt, resolvedBy, by } = root;
  return (
    <div className={classes.resolved}>
      <IconCheck {...icon} />
      <span>
        {t("resolvedBy", { name: resolvedBy?.name ?? "" })} ·{" "}
        <TimeAgo at={resolvedAt ?? root.createdAt} /> ·{" "}
        {t("threadOf", { name: by.name, count: count + 1 })}
      </span>
      <Button variant="subtle" size="compact-xs" aria-expanded={open} onClick={onToggle}>
        {t(open ? "fold" : "unfold")}
      </Button>
    </div>
  );
}

type ActsProps = Pick<ThreadProps, "root" | "memberId" | "people" | "mayAnswer">;

function Acts({ root, memberId, people, mayAnswer }: ActsProps) {
  const { t } = useTranslation("discussion");
  const say = useSay(root.candidateId);
  const resolve = useResolve(root.id);
  const place = keyOf(memberId, `answer:${root.id}`);
  const [answering, setAnswering] = useState(() => mayAnswer && readDraft(place) !== null);
  const answer = async (text: string, citations: Comment["citations"]) => {
    const { id, criterion } = root;
    await say.mutateAsync({ text, criterion, parentId: id, citations });
    setAnswering(false);
  };
  if (answering)
    return (
      <Composer
        place={place}
        label={t("composer.answer")}
        send={t("answer")}
        people={people}
        autoFocus
        error={say.error}
        pending={say.isPending}
        onSend={(text, draft) => answer(text, draft.citations)}
        onCancel={() => setAnswering(false)}
      />
    );
  const isResolved = root.resolvedAt !== null;
  return (
    <div className={classes.acts}>
      {mayAnswer && (
        <Button variant="default" size="compact-sm" onClick={() => setAnswering(true)}>
          {t("answer")}
        </Button>
      )}
      {root.may.resolve && (
        <Button
          variant="subtle"
          size="compact-sm"
          loading={resolve.isPending}
          onClick={() => resolve.mutate(!isResolved, { onError: notify.failed })}
        >
          {t(isResolved ? "unresolve" : "resolve")}
        </Button>
      )}
    </div>
  );
}
