import type { Prisma as Generated } from "../generated/prisma/client.js";
import type { Prisma } from "./prisma.js";

/** The tables that belong to a team. All others are global and have doors of their own. */
const teamModels = [
  "Activity",
  "AgendaItem",
  "ApiToken",
  "Assignment",
  "Attendance",
  "BulkEdit",
  "BulkEditItem",
  "Candidate",
  "CandidateName",
  "Capability",
  "CapabilityLevel",
  "Champion",
  "Claim",
  "Comment",
  "CommentVersion",
  "CriterionRevision",
  "Decision",
  "DefenceTable",
  "Disagreement",
  "Evidence",
  "Field",
  "File",
  "FilePiece",
  "Forecast",
  "IdempotencyKey",
  "Import",
  "ImportHeader",
  "ImportMerge",
  "ImportRow",
  "Invitation",
  "Job",
  "Member",
  "Merge",
  "Notification",
  "Opening",
  "Preference",
  "Pulse",
  "ReReview",
  "Recusal",
  "Release",
  "Reliance",
  "Review",
  "ReviewVersion",
  "Round",
  "Rubric",
  "RubricCriterion",
  "Scenario",
  "Score",
  "SetAside",
  "Standing",
  "Stirred",
  "TeamScore",
  "Trial",
  "View",
  "Vote",
] as const;
const scoped = new Set<string>(teamModels);

type Arguments = {
  where?: Record<string, unknown>;
  data?: Record<string, unknown> | Record<string, unknown>[];
};

const filtered = new Set([
  "findMany",
  "findFirst",
  "findFirstOrThrow",
  "count",
  "groupBy",
  "aggregate",
  "updateMany",
  "updateManyAndReturn",
  "deleteMany",
]);

/** A row named by its key must name this team in it: `{ teamId_id: { teamId, id } }`. */
function insist(where: Record<string, unknown> | undefined, teamId: string, call: string) {
  const keys = Object.values(where ?? {});
  const named = keys.some(
    (key) => typeof key === "object" && key !== null && "teamId" in key && key.teamId === teamId,
  );
  if (!named && where?.teamId !== teamId) throw new Error(`${call} outside its team`);
}

function narrow(model: string, operation: string, args: Arguments, teamId: string): Arguments {
  if (model === "Team") {
    if (operation === "create") return args;
    return { ...args, where: { ...args.where, id: teamId } };
  }
  if (!scoped.has(model)) return args;
  if (filtered.has(operation)) return { ...args, where: { AND: [{ teamId }, args.where ?? {}] } };
  if (operation === "create") return { ...args, data: { ...args.data, teamId } };
  if (operation === "createMany" || operation === "createManyAndReturn")
    return { ...args, data: [args.data ?? []].flat().map((row) => ({ ...row, teamId })) };
  insist(args.where, teamId, `${model}.${operation}`);
  return args;
}

/** A client that reaches the rows of one team and no others, whatever it is asked. */
export const scopeTo = (prisma: Prisma, teamId: string) =>
  prisma.$extends({
    query: {
      $allModels: {
        $allOperations({ model, operation, args, query }) {
          return query(narrow(model, operation, args as Arguments, teamId) as typeof args);
        },
      },
    },
  });

export type ScopedClient = ReturnType<typeof scopeTo>;

type TeamTable = Uncapitalize<(typeof teamModels)[number]> | "team";
type Read = "findMany" | "findFirst" | "findFirstOrThrow" | "count" | "groupBy" | "aggregate";

/** Every table of a team to read, none to write. */
export type ReadDb = {
  readonly [M in TeamTable]: Pick<Generated.TransactionClient[M], Read>;
} & Pick<Generated.TransactionClient, "$queryRaw">;

/** The same tables to write, inside a journal entry's transaction; and users, who belong to no team. */
export type Tx = Pick<
  Generated.TransactionClient,
  TeamTable | "user" | "account" | "$queryRaw" | "$executeRaw"
>;

/** Statements by hand, in whosever transaction. */
export type RawTx = Pick<Tx, "$queryRaw" | "$executeRaw">;
