import { markets } from "@highwater/shared/candidates/contract";
import { Citation, Text } from "@highwater/shared/kernel/contract";
import {
  type Capability,
  levelStatuses,
  type Release,
  ReleaseStatus,
  Vector,
} from "@highwater/shared/tide/contract";
import type { Levels } from "@highwater/shared/tide/exposure";
import { z } from "zod";
import type { Prisma } from "../../generated/prisma/client.js";
import { memberName, withName } from "../../platform/member-name.js";

export const withLevels = {
  levels: {
    orderBy: [{ at: "desc" }, { id: "desc" }],
    include: { member: withName },
  },
} satisfies Prisma.CapabilityInclude;

type CapabilityRow = Prisma.CapabilityGetPayload<{ include: typeof withLevels }>;
type ReleaseRow = Prisma.ReleaseGetPayload<object>;

const Status = z.enum(levelStatuses);

export const capabilityView = (row: CapabilityRow): Capability => ({
  id: row.id,
  key: row.key,
  name: { en: row.nameEn, zh: row.nameZh },
  level: row.level,
  status: Status.parse(row.status),
  source: row.source,
  citation: Citation.nullable().parse(row.citation),
  history: row.levels.map(({ level, status, source, member, releaseId, at }) => ({
    level,
    status: Status.parse(status),
    source,
    by: member && { id: member.id, name: memberName(member) },
    releaseId,
    at: at.toISOString(),
  })),
});

/** As a release's raises are kept: `old` from the publishing on. */
const KeptRaises = z.array(
  z.object({ capability: z.string(), level: z.number(), old: z.number().optional() }),
);

export const releaseView = (row: ReleaseRow, levels: Levels): Release => ({
  id: row.id,
  name: { en: row.nameEn, zh: row.nameZh },
  on: row.on.toISOString().slice(0, 10),
  vector: Vector.parse(row.vector),
  status: ReleaseStatus.parse(row.status),
  likelihood: row.likelihood,
  market: z.enum(markets).parse(row.market),
  raises: KeptRaises.parse(row.raises).map(({ capability, level, old }) => ({
    capability,
    old: old ?? levels[capability] ?? 0,
    level,
  })),
  source: row.source,
  note: Text.nullable().parse(row.noteEn && row.noteZh && { en: row.noteEn, zh: row.noteZh }),
  citation: Citation.nullable().parse(row.citation),
  publishedAt: row.publishedAt?.toISOString() ?? null,
});
