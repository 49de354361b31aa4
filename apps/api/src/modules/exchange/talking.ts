import { randomUUID } from "node:crypto";
import { replaceMentions } from "@highwater/shared/discussion/mentions";
import type { Prisma } from "../../generated/prisma/client.js";
import type { Tx } from "../../platform/team-scope.js";
import type { Attached, With } from "./attaching.js";
import type { Of, StagedSaid } from "./extras.js";
import type { TakenRow } from "./extras.queries.js";
import { citationAt } from "./imports.citing.js";

interface Talk {
  comments: Prisma.CommentCreateManyInput[];
  versions: Prisma.CommentVersionCreateManyInput[];
}
interface Place {
  teamId: string;
  candidateId: string;
  places: Attached["places"];
  who: With["who"];
}
const dateOf = (at: string | null) => (at === null ? null : new Date(at));

/** What members say of the candidates that these rows add, reliance among it, a statement for each table. It tells nobody anything. */
export async function talkAlong(
  tx: Tx,
  { teamId }: Of,
  taken: readonly { row: TakenRow; places: Attached["places"] }[],
  { who }: Pick<With, "who">,
) {
  const talk: Talk = { comments: [], versions: [] };
  const added = taken.filter(({ row }) => row.added);
  for (const { row, places } of added)
    addThreads(talk, row.extras.comments, { teamId, candidateId: row.candidateId, places, who });
  const all = added.map(({ row: { candidateId, extras } }) => ({
    at: { teamId, candidateId },
    extras,
  }));
  await tx.comment.createMany({ data: talk.comments });
  await tx.commentVersion.createMany({ data: talk.versions });
  await tx.champion.createMany({
    data: all.flatMap(({ at, extras }) =>
      extras.champions.map(({ by, ...one }) => ({ ...at, ...one, memberId: who(by) })),
    ),
    skipDuplicates: true,
  });
  await tx.disagreement.createMany({
    data: all.flatMap(({ at, extras }) =>
      extras.disagreements.map(({ settledBy, ...one }) => ({
        ...{ ...at, ...one },
        settledById: settledBy === null ? null : who(settledBy),
      })),
    ),
    skipDuplicates: true,
  });
  await tx.assignment.createMany({
    data: all.flatMap(({ at, extras }) =>
      extras.assignments.map(({ to, by, dueOn, createdAt }) => ({
        ...{ ...at, createdAt, dueOn: dateOf(dueOn) },
        ...{ memberId: who(to), assignedById: who(by) },
      })),
    ),
    skipDuplicates: true,
  });
  await tx.reliance.createMany({
    data: all.flatMap(({ at, extras: { reliance } }) => {
      if (!reliance) return [];
      const { by, ...one } = reliance;
      return [{ ...at, ...one, memberId: who(by) }];
    }),
    skipDuplicates: true,
  });
}

function addThreads(talk: Talk, threads: TakenRow["extras"]["comments"], place: Place) {
  for (const { answers, criterion, resolvedAt, resolvedBy, ...said } of threads) {
    const parentId = addSaid(talk, said, place, {
      ...{ criterion, resolvedAt },
      resolvedById: resolvedBy === null ? null : place.who(resolvedBy),
    });
    for (const answer of answers) addSaid(talk, answer, place, { criterion, parentId });
  }
}

function addSaid(
  { comments, versions }: Talk,
  { by, text, mentions, citations, earlier, ...stamps }: StagedSaid,
  { teamId, candidateId, places, who }: Place,
  more: Partial<Prisma.CommentCreateManyInput>,
): string {
  const id = randomUUID();
  const members = mentions.map(who);
  const named = (words: string) =>
    replaceMentions(words, ({ name, memberId }) => {
      const member = members[Number(memberId.slice(1))];
      return `@[${name}](member:${member})`;
    });
  const now = named(text);
  comments.push({
    ...{ teamId, id, candidateId, memberId: who(by), text: now, ...stamps, ...more },
    mentions: members.filter((member) => now.includes(`(member:${member})`)),
    citations: citations.flatMap((one) => citationAt(one, places)),
  });
  for (const [at, version] of earlier.entries())
    versions.push({
      ...{ teamId, commentId: id, number: at + 1 },
      ...{ text: named(version.text), at: version.at },
    });
  return id;
}
