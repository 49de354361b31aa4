import { z } from "zod";
import { Id, line, prose, Timestamp, webAddress } from "../kernel/contract.js";

export const evidenceKinds = ["link", "quote", "call", "file"] as const;
export const evidenceStatuses = ["first-hand", "public", "unconfirmed", "hearsay"] as const;
export const EvidenceStatus = z.enum(evidenceStatuses);
/** 25 MB a file. */
export const maxFileBytes = 25 * 1024 * 1024;

const common = {
  status: EvidenceStatus.default("public"),
  title: line(300).nullable().default(null),
  on: z.iso.date().nullable().default(null),
};

/** A file is sent first (`POST /files?name=`), then named here. */
export const EvidenceInput = z
  .discriminatedUnion("kind", [
    z.strictObject({
      ...common,
      kind: z.literal("link"),
      url: webAddress,
      text: prose(5000).nullable().default(null),
    }),
    z.strictObject({
      ...common,
      kind: z.literal("quote"),
      text: prose(5000),
      url: webAddress.nullable().default(null),
    }),
    z.strictObject({
      ...common,
      kind: z.literal("call"),
      who: line(200),
      on: z.iso.date(),
      text: prose(50_000),
    }),
    z.strictObject({
      ...common,
      kind: z.literal("file"),
      fileId: Id,
      text: prose(5000).nullable().default(null),
    }),
  ])
  .meta({ id: "EvidenceInput" });
export type EvidenceInput = z.infer<typeof EvidenceInput>;

export const StoredFile = z
  .object({ id: Id, name: z.string(), type: z.string(), size: z.int(), sha256: z.string() })
  .meta({ id: "StoredFile" });
export type StoredFile = z.infer<typeof StoredFile>;
export const FileName = z.strictObject({ name: line(255) });

export const Evidence = z
  .object({
    id: Id,
    kind: z.enum(evidenceKinds),
    status: EvidenceStatus,
    title: z.string().nullable(),
    url: z.string().nullable(),
    text: z.string().nullable(),
    who: z.string().nullable(),
    on: z.iso.date().nullable(),
    file: StoredFile.nullable(),
    by: z.object({ id: Id, name: z.string() }),
    createdAt: Timestamp,
    updatedAt: Timestamp,
  })
  .meta({ id: "Evidence" });
export type Evidence = z.infer<typeof Evidence>;
export const EvidenceList = z.object({ items: z.array(Evidence) }).meta({ id: "EvidenceList" });
export type EvidenceList = z.infer<typeof EvidenceList>;
