import type { Comment } from "@highwater/shared/discussion/contract";
import { Anchor, Button } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { Citations } from "../../ui/citations";
import { ConfirmButton } from "../../ui/confirm-button";
import { notify } from "../../ui/notify";
import { TimeAgo } from "../../ui/time-ago";
import { useRemoveComment } from "./deeds";
import classes from "./discussion.module.css";
import { EditComment } from "./edit-comment";
import { keyOf, readDraft } from "./kept";
import type { Person } from "./use-mentions";
import { namesOf, Words } from "./words";

const Versions = lazy(async () => ({ default: (await import("./versions")).Versions }));

interface CommentItemProps {
  comment: Comment;
  memberId: string;
  people: readonly Person[];
}

export const anchorOf = (id: string) => `comment-${id}`;
const editKey = (memberId: string, id: string) => keyOf(memberId, `edit:${id}`);

/** One comment at its own address. */
export function CommentItem({ comment, memberId, people }: CommentItemProps) {
  const { t } = useTranslation("discussion");
  const { id, by, text, mentions, citations, removed, may } = comment;
  const [editing, setEditing] = useState(
    () => may.edit && readDraft(editKey(memberId, id)) !== null,
  );
  if (removed)
    return (
      <div id={anchorOf(id)} className={classes.comment}>
        <p className={classes.dim}>{t("removed", { name: by.name })}</p>
      </div>
    );
  return (
    <article id={anchorOf(id)} className={classes.comment} aria-label={t("by", { name: by.name })}>
      <Head comment={comment} />
      {editing ? (
        <EditComment
          comment={comment}
          place={editKey(memberId, id)}
          people={people}
          onClose={() => setEditing(false)}
        />
      ) : (
        <>
          <Words text={text} names={namesOf(mentions)} />
          <Citations citations={citations} />
          {may.edit && <Own comment={comment} onEdit={() => setEditing(true)} />}
        </>
      )}
    </article>
  );
}

function Head({ comment: { id, by, createdAt, editedAt } }: { comment: Comment }) {
  const { t } = useTranslation("discussion");
  const [looking, setLooking] = useState(false);
  return (
    <header className={classes.head}>
      <strong>{by.name}</strong>
      <a className={classes.link} href={`#${anchorOf(id)}`} aria-label={t("permalink")}>
        <TimeAgo at={createdAt} />
      </a>
      {editedAt && (
        <Anchor component="button" type="button" size="sm" onClick={() => setLooking(true)}>
          {t("edited")}
        </Anchor>
      )}
      {looking && (
        <Suspense>
          <Versions id={id} onClose={() => setLooking(false)} />
        </Suspense>
      )}
    </header>
  );
}

function Own({ comment, onEdit }: { comment: Comment; onEdit: () => void }) {
  const { t } = useTranslation("discussion");
  const removal = useRemoveComment(comment.id);
  return (
    <div className={classes.own}>
      <Button variant="subtle" size="compact-xs" onClick={onEdit}>
        {t("edit")}
      </Button>
      <ConfirmButton
        label={t("remove")}
        warning={t("removeWarning")}
        loading={removal.isPending}
        onConfirm={() => removal.mutate(undefined, { onError: notify.failed })}
      />
    </div>
  );
}
