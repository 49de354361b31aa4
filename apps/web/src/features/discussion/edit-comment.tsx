import { Comment } from "@highwater/shared/discussion/contract";
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { hasStatus } from "../../lib/api-problem";
import { ProblemNote } from "../../ui/problem-note";
import { Composer } from "./composer";
import { useEditComment } from "./deeds";
import classes from "./discussion.module.css";
import { commentQuery } from "./queries";
import { toTyped } from "./typing";
import type { Person } from "./use-mentions";
import { namesOf, Words } from "./words";

interface EditCommentProps {
  comment: Comment;
  place: string;
  people: readonly Person[];
  onClose: () => void;
}

/** From what stands there now; was it changed elsewhere meanwhile, both versions are in sight. */
export function EditComment({ comment, place, people, onClose }: EditCommentProps) {
  const { t } = useTranslation(["discussion", "common"]);
  const stored = useQuery(commentQuery(comment.id));
  const edit = useEditComment(comment.id);
  const [overtaken, setOvertaken] = useState<Comment | null>(null);
  if (!stored.data) return <ProblemNote error={stored.error} />;
  const { data, etag } = stored.data;
  const save = async (text: string, citations: Comment["citations"]) => {
    try {
      await edit.mutateAsync({ patch: { text, citations }, etag });
      onClose();
    } catch (error) {
      const now = hasStatus(error, 412) ? Comment.safeParse(error.current) : null;
      if (now?.success) setOvertaken(now.data);
      throw error;
    }
  };
  const again = () => {
    setOvertaken(null);
    edit.reset();
    void stored.refetch();
  };
  const start = { ...toTyped(data.text, namesOf(data.mentions)), criterion: data.criterion };
  return (
    <>
      {overtaken && (
        <section className={classes.preview} aria-label={t("discussion:overtaken")}>
          <p className={classes.dim}>{t("discussion:overtaken")}</p>
          <Words text={overtaken.text} names={namesOf(overtaken.mentions)} />
          <Button variant="default" onClick={again}>
            {t("discussion:overtakenKeep")}
          </Button>
        </section>
      )}
      <Composer
        place={place}
        label={t("discussion:composer.edit")}
        send={t("common:act.save")}
        people={people}
        start={{ ...start, citations: data.citations }}
        autoFocus
        error={edit.error}
        pending={edit.isPending}
        onSend={(text, draft) => save(text, draft.citations)}
        onCancel={onClose}
      />
    </>
  );
}
