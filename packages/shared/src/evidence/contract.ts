import { z } from "zod";
import { Id, line, prose, Timestamp, webAddress } from "../kernel/contract.js";

export const evidenceKinds = ["link", "quote", "call", "file"] as const;
export const evidenceStatuses = ["first-hand", "public", "unconfirmed", "hearsay"] as const;
export const EvidenceStatus = z.enum(evidenceStatuses);
/** 25 MB a file. */
export const maxFileBytes = 25 * 1024 * 1024;

/** By content, whatever a file is called. */
export const fileTypes = {
  "application/pdf": "PDF",
  "image/png": "PNG",
  "image/jpeg": "JPEG",
  "image/webp": "WebP",
  "image/gif": "GIF",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "Excel",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": "PowerPoint",
} as const;

const title = line(300).nullable();
const on = z.iso.date().nullable();
const common = {
  status: EvidenceStatus.default("public"),
  title: title.default(null),
  on: on.default(null),
};
const note = prose(5000).nullable();
const call = { who: line(200), on: z.iso.date(), text: prose(50_000) };

/** A file is sent first (`POST /files?name=`), then named here. */
export const EvidenceInput = z
  .discriminatedUnion("kind", [
    z.strictObject({
      ...common,
      kind: z.literal("link"),
      url: webAddress,
      text: note.default(null),
    }),
    z.strictObject({
      ...common,
      kind: z.literal("quote"),
      text: prose(5000),
      url: webAddress.nullable().default(null),
    }),
    z.strictObject({ ...common, ...call, kind: z.literal("call") }),
    z.strictObject({ ...common, kind: z.literal("file"), fileId: Id, text: note.default(null) }),
  ])
  .meta({ id: "EvidenceInput" });
export type EvidenceInput = z.infer<typeof EvidenceInput>;

const changed = { status: EvidenceStatus, title, on };
const patchOf = <K extends string, S extends z.ZodRawShape>(kind: K, shape: S) =>
  z
    .strictObject({ ...changed, ...shape })
    .partial()
    .extend({ kind: z.literal(kind) });

/** The kind says which facts there are; neither it nor the file can be changed. */
export const EvidencePatch = z
  .discriminatedUnion("kind", [
    patchOf("link", { url: webAddress, text: note }),
    patchOf("quote", { text: prose(5000), url: webAddress.nullable() }),
    patchOf("call", call),
    patchOf("file", { text: note }),
  ])
  .meta({ id: "EvidencePatch" });
export type EvidencePatch = z.infer<typeof EvidencePatch>;

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
