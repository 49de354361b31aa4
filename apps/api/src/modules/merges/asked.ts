import { z } from "zod";
import type { Tx } from "../../platform/team-scope.js";
import { signersOf } from "../reviews/reviews.source.js";

interface Pair {
  from: string;
  into: string;
}

/** Who was asked to review, who set it aside, and what stood on agendas: as the undo finds it again. */
export const Asked = z.object({
  assignments: z.array(z.string()).default([]),
  /** Members. */
  setAsides: z.array(z.string()).default([]),
  agenda: z.array(z.string()).default([]),
  /** Taken off an agenda that held both. */
  offAgenda: z
    .array(
      z.object({
        id: z.string(),
        roundId: z.string(),
        position: z.int(),
        note: z.string().nullable(),
      }),
    )
    .default([]),
});
type Asked = z.infer<typeof Asked>;

const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
const membersOf = (rows: readonly { memberId: string }[]) => rows.map(({ memberId }) => memberId);

/** Whoever was asked about one, or has put it off, was so about both; what the other has of theirs comes first. */
export async function moveAsked(tx: Tx, { from, into }: Pair): Promise<Asked> {
  const [there, data] = [{ candidateId: into }, { candidateId: into }];
  const asked = membersOf(await tx.assignment.findMany({ where: there }));
  const assigned = { candidateId: from, memberId: { notIn: asked } };
  const assignments = idsOf(await tx.assignment.findMany({ where: assigned }));
  await tx.assignment.updateMany({ where: assigned, data });
  const settled = [
    ...membersOf(await tx.setAside.findMany({ where: there })),
    ...(await signersOf(tx, into)),
  ];
  const aside = { candidateId: from, memberId: { notIn: settled } };
  const setAsides = membersOf(await tx.setAside.findMany({ where: aside }));
  await tx.setAside.updateMany({ where: aside, data });
  return { assignments, setAsides, ...(await moveAgenda(tx, { from, into })) };
}

/** On one agenda it stands once; what a meeting has taken up already stays as it was run. */
async function moveAgenda(tx: Tx, { from, into }: Pair) {
  const standing = { round: { state: { not: "closed" as const } } };
  const items = await tx.agendaItem.findMany({ where: { ...standing, candidateId: from } });
  const others = await tx.agendaItem.findMany({ where: { ...standing, candidateId: into } });
  const both = new Set(others.map(({ roundId }) => roundId));
  const agenda = idsOf(items.filter(({ roundId }) => !both.has(roundId)));
  const off = items.filter(({ roundId, openedAt }) => both.has(roundId) && openedAt === null);
  await tx.agendaItem.updateMany({
    where: { id: { in: agenda } },
    data: { candidateId: into },
  });
  await tx.agendaItem.deleteMany({ where: { id: { in: idsOf(off) } } });
  return {
    agenda,
    offAgenda: off.map(({ id, roundId, position, note }) => ({ id, roundId, position, note })),
  };
}

/** What still stands where it was put goes back; closed rounds keep what they dealt with. */
export async function moveAskedBack(tx: Tx, teamId: string, { from, into }: Pair, moved: Asked) {
  const data = { candidateId: from };
  await tx.assignment.updateMany({
    where: { candidateId: into, id: { in: moved.assignments } },
    data,
  });
  await tx.setAside.updateMany({
    where: { candidateId: into, memberId: { in: moved.setAsides } },
    data,
  });
  const open = { state: { not: "closed" as const } };
  await tx.agendaItem.updateMany({
    where: { candidateId: into, id: { in: moved.agenda }, round: open },
    data,
  });
  const roundIds = moved.offAgenda.map(({ roundId }) => roundId);
  const rounds = new Set(
    idsOf(await tx.round.findMany({ where: { ...open, id: { in: roundIds } } })),
  );
  await tx.agendaItem.createMany({
    data: moved.offAgenda
      .filter(({ roundId }) => rounds.has(roundId))
      .map((item) => ({ ...item, teamId, candidateId: from })),
    skipDuplicates: true,
  });
}
