import type { Comment, Comments } from "@highwater/shared/discussion/contract";
import { sees } from "@highwater/shared/reviews/policy";
import { NativeSelect, Skeleton } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { icon } from "../../ui/icon";
import { ProblemNote } from "../../ui/problem-note";
import { anchorOf } from "./comment-item";
import { Composer } from "./composer";
import { useSay } from "./deeds";
import classes from "./discussion.module.css";
import { keyOf } from "./kept";
import { commentsQuery } from "./queries";
import { Thread } from "./thread";
import type { Person } from "./use-mentions";

interface Topic {
  key: string;
  name: string;
}

interface DiscussionSectionProps {
  candidateId: string;
  memberId: string;
  /** Who can be mentioned. */
  people: readonly Person[];
  criteria: readonly Topic[];
}

/** What members say about a candidate, for whoever sees its reviews. */
export function DiscussionSection(props: DiscussionSectionProps) {
  const { t } = useTranslation("discussion");
  const { data, error, refetch } = useQuery(commentsQuery(props.candidateId));
  const count = data?.items.filter(({ removed }) => !removed).length ?? 0;
  return (
    <section aria-labelledby="discussion" className={classes.section}>
      <h2 id="discussion" className={classes.title}>
        {t("title")} {count > 0 && <span>{count}</span>}
      </h2>
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Skeleton height={80} />}
      {data && !sees(data.sight) && (
        <p className={classes.locked}>
          <IconLock {...icon} />
          {t(data.sight === "recused" ? "recused" : "hidden")}
        </p>
      )}
      {data && sees(data.sight) && <Open {...props} comments={data} />}
    </section>
  );
}

/** A link to a comment leads to it, though it came after the page. */
function useTarget(items: readonly Comment[]) {
  const wanted = items.some(({ id }) => location.hash === `#${anchorOf(id)}`);
  useEffect(() => {
    if (!wanted) return;
    document.querySelector(location.hash)?.scrollIntoView?.({ block: "center" });
  }, [wanted]);
}

function Open({
  candidateId,
  memberId,
  people,
  criteria,
  comments: { sight, items, mayComment },
}: DiscussionSectionProps & { comments: Comments }) {
  const { t } = useTranslation("discussion");
  useTarget(items);
  const roots = items.filter(({ parentId }) => parentId === null);
  const nameOf = (key: string | null) => criteria.find((one) => one.key === key)?.name ?? key;
  return (
    <>
      <p className={classes.dim}>{t(sight === "revealed" ? "leadOpen" : "leadHidden")}</p>
      {items.length === 0 && <p className={classes.dim}>{t("none")}</p>}
      <ul className={classes.threads}>
        {roots.map((root) => (
          <Thread
            key={root.id}
            root={root}
            answers={items.filter(({ parentId }) => parentId === root.id)}
            about={nameOf(root.criterion)}
            memberId={memberId}
            people={people}
            mayAnswer={mayComment}
          />
        ))}
      </ul>
      {mayComment && (
        <NewComment
          candidateId={candidateId}
          memberId={memberId}
          people={people}
          criteria={criteria}
        />
      )}
    </>
  );
}

function NewComment({ candidateId, memberId, people, criteria }: DiscussionSectionProps) {
  const { t } = useTranslation("discussion");
  const say = useSay(candidateId);
  return (
    <Composer
      place={keyOf(memberId, candidateId)}
      label={t("composer.new")}
      send={t("composer.send")}
      people={people}
      error={say.error}
      pending={say.isPending}
      onSend={(text, { criterion, citations }) =>
        say.mutateAsync({ text, criterion, parentId: null, citations })
      }
    >
      {(draft, onChange) => (
        <NativeSelect
          aria-label={t("composer.about")}
          value={draft.criterion ?? ""}
          onChange={({ currentTarget: { value } }) =>
            onChange({ ...draft, criterion: value === "" ? null : value })
          }
          data={[
            { value: "", label: t("composer.whole") },
            ...criteria.map(({ key, name }) => ({ value: key, label: name })),
          ]}
        />
      )}
    </Composer>
  );
}
