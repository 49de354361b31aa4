import type { BulkFacts } from "@highwater/shared/candidates/bulk";
import { Stage } from "@highwater/shared/stages/contract";
import { z } from "zod";
import { Prisma } from "../../generated/prisma/client.js";
import { planForMany } from "../../platform/planning.js";
import type { Tx } from "../../platform/team-scope.js";
import { mergedAway, type Selection, selected } from "./candidates.source.js";

const Ids = z.array(z.object({ id: z.string() }));
const Rows = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    stage: Stage,
    tags: z.array(z.string()),
    vertical: z.string().nullable(),
    ownerId: z.string().nullable(),
    archivedAt: z.string().nullable(),
    merged: z.boolean(),
    /** The decision that stands, which a move withdraws. */
    decisionId: z.string().nullable(),
  }),
);

/** Those to be changed, held until the change is done; one beyond `most` where there are more. */
export async function holdMany(
  tx: Tx,
  teamId: string,
  which: readonly string[] | Selection,
  most: number,
) {
  const chosen =
    "length" in which
      ? Prisma.sql`c."teamId" = ${teamId}::uuid and c.id = any(${[...which]}::uuid[])`
      : selected(teamId, which);
  const held = Ids.parse(
    await tx.$queryRaw`
      select c.id from "Candidate" c where ${chosen} order by c.id limit ${most + 1} for update of c`,
  );
  return held.map(({ id }) => id);
}

/** Asked only once they are held, so that it sees what those have done for whom the hold waited. */
export async function factsOfMany(tx: Tx, teamId: string, ids: readonly string[]) {
  return Rows.parse(
    await tx.$queryRaw`
      select c.id, c.name, c.stage::text as stage, c.tags, c.vertical, c."ownerId", c."archivedAt"::text,
             ${mergedAway} as merged,
             (select d.id from "Decision" d where d."teamId" = c."teamId" and d."candidateId" = c.id
                 and d."withdrawnAt" is null) as "decisionId"
        from "Candidate" c
       where c."teamId" = ${teamId}::uuid and c.id = any(${[...ids]}::uuid[])
       order by c.name collate "zh-x-icu", c.id`,
  );
}

interface Edit {
  teamId: string;
  bulkEditId: string;
}
const its = ({ teamId, bulkEditId }: Edit) =>
  Prisma.sql`i."teamId" = ${teamId}::uuid and i."bulkEditId" = ${bulkEditId}::uuid`;

export interface Change {
  id: string;
  before: Partial<BulkFacts> & { decisionId?: string };
  after: Partial<BulkFacts>;
}

/** Writes what each candidate becomes, and keeps what it was; a decision that it leaves is withdrawn. */
export async function changeMany(tx: Tx, edit: Edit, memberId: string, changes: Change[]) {
  await planForMany(tx, changes.length);
  await tx.$executeRaw`
    insert into "BulkEditItem" ("teamId", "bulkEditId", "candidateId", before, after)
    select ${edit.teamId}::uuid, ${edit.bulkEditId}::uuid, x.id, x.before, x.after
      from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as x(id uuid, before jsonb, after jsonb)`;
  await writeFacts(tx, edit, "after");
  await tx.$executeRaw`
    update "Decision" d set "withdrawnAt" = now(), "withdrawnById" = ${memberId}::uuid
      from "BulkEditItem" i
     where ${its(edit)} and d."teamId" = i."teamId" and d.id = (i.before ->> 'decisionId')::uuid`;
}

/** Only what the item names is written. */
const writeFacts = (tx: Tx, edit: Edit, side: "before" | "after", except: readonly string[] = []) =>
  tx.$executeRaw`
    update "Candidate" c set stage = p.stage, tags = p.tags, vertical = p.vertical,
           "ownerId" = p."ownerId", "archivedAt" = p."archivedAt", "updatedAt" = now()
      from "BulkEditItem" i
      join "Candidate" old on old."teamId" = i."teamId" and old.id = i."candidateId"
     cross join lateral jsonb_populate_record(old, ${side === "before" ? Prisma.sql`i.before` : Prisma.sql`i.after`}) p
     where ${its(edit)} and c."teamId" = i."teamId" and c.id = i."candidateId"
       and c.id <> all(${[...except]}::uuid[])`;

/** Changed candidates wait here for the undo, as for any other edit. */
export async function holdChanged(tx: Tx, edit: Edit) {
  const { bulkEditId } = edit;
  await planForMany(tx, await tx.bulkEditItem.count({ where: { bulkEditId } }));
  await tx.$queryRaw`
    select 1 from "Candidate" c join "BulkEditItem" i on i."teamId" = c."teamId" and i."candidateId" = c.id
     where ${its(edit)} order by c.id for update of c`;
}

const Named = z.array(z.object({ id: z.string(), name: z.string() }));

/** Those that no longer stand as the bulk edit left them, in what it touched, or were decided since. */
export async function editedSince(tx: Tx, edit: Edit) {
  return Named.parse(
    await tx.$queryRaw`
      select c.id, c.name from "BulkEditItem" i
        join "BulkEdit" b on b."teamId" = i."teamId" and b.id = i."bulkEditId"
        join "Candidate" c on c."teamId" = i."teamId" and c.id = i."candidateId"
       where ${its(edit)}
         and (to_jsonb(jsonb_populate_record(c, i.after)) <> to_jsonb(c)
              or ${mergedAway}
              or i.after ? 'stage' and exists (
                select 1 from "Decision" d where d."teamId" = c."teamId" and d."candidateId" = c.id
                   and d.at > b.at and d.id is distinct from (i.before ->> 'decisionId')::uuid))
       order by c.name collate "zh-x-icu", c.id`,
  );
}

/** What was changed goes back to what it was, with the decision that stood. */
export async function restoreMany(tx: Tx, edit: Edit, except: readonly string[]) {
  await tx.$executeRaw`
    update "Decision" d set "withdrawnAt" = null, "withdrawnById" = null
      from "BulkEditItem" i
     where ${its(edit)} and d."teamId" = i."teamId" and d.id = (i.before ->> 'decisionId')::uuid
       and i."candidateId" <> all(${[...except]}::uuid[])`;
  return writeFacts(tx, edit, "before", except);
}
