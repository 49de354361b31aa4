import { mentionsIn, replaceMentions } from "@highwater/shared/discussion/mentions";
import { SourceCitations } from "@highwater/shared/evidence/citing";
import type { PortfolioExtras, PortfolioSaid } from "@highwater/shared/exchange/portfolio";
import {
  citedAt,
  day,
  inOrder,
  maybe,
  moment,
  nameOf,
  type People,
  type Places,
} from "./portfolio.naming.js";
import type { PortfolioRow } from "./portfolio.queries.js";

interface As {
  seen: boolean;
  whole: boolean;
  evidence: Places;
  trials: Places;
}
type Comment = PortfolioRow["comments"][number];

/** What members say of a candidate and ask of each other, as far as the exporter may see it. */
export function talkOf(
  row: PortfolioRow,
  people: People,
  as: As,
): Pick<PortfolioExtras, "comments" | "champions" | "disagreements" | "assignments"> {
  const shown = as.whole || (as.seen && row.revealedAt !== null);
  return {
    comments: as.seen ? threadsOf(row.comments, people, as) : [],
    champions: inOrder(
      (shown ? row.champions : []).map(({ memberId, reason, at }) => ({
        by: nameOf(people, memberId),
        reason,
        at: at.toISOString(),
      })),
    ),
    disagreements: inOrder(
      (shown ? row.disagreements : []).map(({ criterion, openedAt, settledAt, ...one }) => ({
        criterion,
        openedAt: openedAt.toISOString(),
        settledAt: moment(settledAt),
        settledBy: maybe(people, one.settledById),
        note: one.note,
      })),
    ),
    assignments: inOrder(
      row.assignments.map(({ memberId, assignedById, dueOn, createdAt }) => ({
        to: nameOf(people, memberId),
        by: nameOf(people, assignedById),
        dueOn: day(dueOn),
        createdAt: createdAt.toISOString(),
      })),
    ),
  };
}

function threadsOf(comments: readonly Comment[], people: People, as: As) {
  const told = as.whole ? comments : comments.filter((one) => !isGone(one, comments));
  return inOrder(
    told
      .filter(({ parentId }) => parentId === null)
      .map((thread) => ({
        ...saidOf(thread, people, as),
        criterion: thread.criterion,
        resolvedAt: moment(thread.resolvedAt),
        resolvedBy: maybe(people, thread.resolvedById),
        answers: inOrder(
          told
            .filter(({ parentId }) => parentId === thread.id)
            .map((answer) => saidOf(answer, people, as)),
        ),
      })),
  );
}

/** What was removed shows only where somebody has answered it, and without its words. */
const isGone = ({ id, removedAt }: Comment, all: readonly Comment[]) =>
  removedAt !== null && !all.some((one) => one.parentId === id && one.removedAt === null);

function saidOf(comment: Comment, people: People, as: As): PortfolioSaid {
  const silent = comment.removedAt !== null && !as.whole;
  const { text, versions } = silent ? { text: "", versions: [] } : comment;
  const ids = mentionsIn([text, ...versions.map((one) => one.text)].join("\n")).map(
    ({ memberId }) => memberId,
  );
  const placed = (said: string) =>
    replaceMentions(said, ({ name, memberId }) => `@[${name}](member:#${ids.indexOf(memberId)})`);
  const citations = (silent ? [] : SourceCitations.parse(comment.citations)).filter(
    ({ evidenceId = "", trialId = "" }) => as.evidence.has(evidenceId) || as.trials.has(trialId),
  );
  return {
    by: nameOf(people, comment.memberId),
    text: placed(text),
    mentions: ids.map((id) => nameOf(people, id)),
    citations: citations.map((one) => citedAt(one, as.evidence, as.trials)),
    createdAt: comment.createdAt.toISOString(),
    editedAt: moment(comment.editedAt),
    removedAt: moment(comment.removedAt),
    earlier: versions.map(({ text: before, at }) => ({
      text: placed(before),
      at: at.toISOString(),
    })),
  };
}
