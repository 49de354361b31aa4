import { z } from "zod";
import { CandidateFilter, CandidateSort } from "../candidates/contract.js";
import { FieldType } from "../fields/contract.js";
import { Id, line, Timestamp } from "../kernel/contract.js";

export const importStates = [
  "mapping",
  "checking",
  "checked",
  "committing",
  "committed",
  "undoing",
  "undone",
  "cancelled",
  "failed",
] as const;
export const formats = ["csv", "xlsx", "json", "highwater"] as const;
export const encodings = ["utf-8", "utf-16le", "utf-16be", "gb18030"] as const;
/** Beyond these a file is refused in words. */
export const maxImportBytes = 256 * 1024 * 1024;
export const maxImportRows = 1_000_000;
export const maxCellCharacters = 20_000;

/**
 * What a column of the file becomes: a fact (`name`, `website`, `tags` …), a team field (`fields.<key>`),
 * a new team field (`new:<type>:<name>`), or nothing (`skip`). Owners and admins may bring reviews along, a row
 * each: `reviewer` (a member's name or e-mail), `score:<criterion>`, `reason:<criterion>`, `reviewSummary`.
 */
export const Target = z.string().min(1).max(300);

export const Column = z.object({
  index: z.int(),
  /** As it stands in the file; two columns of one header are told apart by their index. */
  header: z.string(),
  samples: z.array(z.string()),
  proposal: Target,
  /** Why: the team said so before, the header says so, or its values look like it. */
  because: z.enum(["remembered", "header", "values", "none"]),
  /** What kind of team field it would make. */
  looksLike: FieldType,
});
export type Column = z.infer<typeof Column>;

export const FileShape = z.object({
  format: z.enum(formats),
  encoding: z.enum(encodings).nullable(),
  delimiter: z.string().nullable(),
  sheet: z.string().nullable(),
  sheets: z.array(z.string()),
  /** The row of the headers, from 1; null when the first row is data. */
  headerRow: z.int().nullable(),
  columns: z.array(Column),
});
export type FileShape = z.infer<typeof FileShape>;

export const duplicateChoices = ["skip", "merge", "keep"] as const;
export const DuplicateChoice = z.enum(duplicateChoices);
export type DuplicateChoice = z.infer<typeof DuplicateChoice>;

/** `PATCH /imports/:id`, before its check: what was found wrongly; the columns are read and proposed anew. */
export const ShapeInput = z
  .strictObject({
    headerRow: z.int().min(1).max(1000).nullable().optional(),
    sheet: line(100).optional(),
    encoding: z.enum(encodings).optional(),
    delimiter: z.enum([",", ";", "\t", "|"]).optional(),
  })
  .meta({ id: "ShapeInput" });
export type ShapeInput = z.infer<typeof ShapeInput>;

/** Starts the check, a dry run: the target of each column, by index. */
export const CheckInput = z
  .strictObject({
    mapping: z.array(Target).max(500),
    headerRow: z.int().min(1).nullable().optional(),
    sheet: line(100).optional(),
    encoding: z.enum(encodings).optional(),
    delimiter: z.enum([",", ";", "\t", "|"]).optional(),
  })
  .meta({ id: "CheckInput" });
export type CheckInput = z.infer<typeof CheckInput>;

/** `duplicates`: what happens to those whose row has no choice of its own. */
export const CommitInput = z
  .strictObject({ duplicates: DuplicateChoice.default("skip") })
  .meta({ id: "CommitInput" });
export type CommitInput = z.infer<typeof CommitInput>;

export const RowError = z.object({
  row: z.int(),
  column: z.string(),
  value: z.string(),
  code: z.string(),
  reason: z.string(),
});
export type RowError = z.infer<typeof RowError>;

/**
 * What comes with the candidates: of a portfolio file all that hangs on them, of a table reviews. Of the check, what
 * stands in the rows that can be used; of the commit, in those that went in.
 */
export const Brings = z.object({
  evidence: z.int(),
  files: z.int(),
  trials: z.int(),
  decisions: z.int(),
  reviews: z.int(),
  /** Team fields that are made for it, by name. */
  fields: z.array(z.string()),
  /** Whom it names. Who is not `here` is listed apart afterwards, and can't sign in. */
  people: z.array(
    z.object({
      name: z.string(),
      email: z.string().nullable(),
      nth: z.int(),
      here: z.boolean(),
    }),
  ),
  /** The digest of a portfolio file fits what it holds. */
  intact: z.boolean(),
});
export type Brings = z.infer<typeof Brings>;

export const ImportReport = z.object({
  /** Of the check. */
  rows: z.int(),
  ready: z.int(),
  duplicates: z.int(),
  errors: z.int(),
  /** Of the commit. `failed` are the rows with errors, which stay out. */
  added: z.int().nullable(),
  merged: z.int().nullable(),
  skipped: z.int().nullable(),
  failed: z.int().nullable(),
  /** Of the undo: what was left because somebody has edited or reviewed it. */
  undone: z.int().nullable(),
  left: z.array(z.object({ id: Id, name: z.string(), reason: z.string() })),
  brings: Brings.nullable().default(null),
});
export type ImportReport = z.infer<typeof ImportReport>;

export const Import = z
  .object({
    id: Id,
    fileName: z.string(),
    state: z.enum(importStates),
    shape: FileShape,
    mapping: z.array(Target).nullable(),
    duplicates: DuplicateChoice,
    /** So many duplicates have a choice of their own. */
    chosen: z.object({ skip: z.int(), merge: z.int(), keep: z.int() }),
    report: ImportReport.nullable(),
    /** Why it failed, in a sentence, and where: row and column when known. */
    problem: z
      .object({
        code: z.string(),
        detail: z.string(),
        row: z.int().nullable(),
        column: z.string().nullable(),
      })
      .nullable(),
    /** Of the job at hand: `total` is null while unknown; `ahead` are jobs of the team that go first. */
    progress: z.object({ done: z.int(), total: z.int().nullable(), ahead: z.int() }).nullable(),
    by: z.object({ id: Id, name: z.string() }),
    createdAt: Timestamp,
    committedAt: Timestamp.nullable(),
    undoneAt: Timestamp.nullable(),
  })
  .meta({ id: "Import" });
export type Import = z.infer<typeof Import>;
export const Imports = z.object({ items: z.array(Import) }).meta({ id: "Imports" });
export type Imports = z.infer<typeof Imports>;

export const RowsQuery = z.strictObject({
  outcome: z.enum(["ready", "duplicate", "error"]).optional(),
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type RowsQuery = z.infer<typeof RowsQuery>;

/** A checked row. Of a duplicate: what it says, and what stands in the pipeline or earlier in the file. */
export const ImportRow = z
  .object({
    row: z.int(),
    outcome: z.enum(["ready", "duplicate", "error"]),
    choice: DuplicateChoice.nullable(),
    name: z.string().nullable(),
    facts: z.record(z.string(), z.unknown()),
    because: z.enum(["website", "name"]).nullable(),
    match: z
      .object({
        id: Id.nullable(),
        row: z.int().nullable(),
        name: z.string(),
        facts: z.record(z.string(), z.unknown()),
      })
      .nullable(),
    errors: z.array(RowError),
  })
  .meta({ id: "ImportRow" });
export type ImportRow = z.infer<typeof ImportRow>;
export const ImportRows = z
  .object({ items: z.array(ImportRow), nextAfter: z.int().nullable() })
  .meta({ id: "ImportRows" });
export type ImportRows = z.infer<typeof ImportRows>;

/** `PATCH /imports/:id/rows/:row` → the row. */
export const RowChoice = z
  .strictObject({ choice: DuplicateChoice.nullable() })
  .meta({ id: "RowChoice" });
export type RowChoice = z.infer<typeof RowChoice>;

/**
 * The view that the filter, sort and columns describe. `archived` left out: none of them in a table, all of
 * them in JSON, which holds the whole portfolio. `columns` are fact keys and `fields.<key>`, in that order.
 */
export const ExportQuery = CandidateFilter.extend({
  archived: z.stringbool().optional(),
  sort: CandidateSort.default("-createdAt"),
  columns: z.string().max(4000).optional(),
});
export type ExportQuery = z.infer<typeof ExportQuery>;

export const exportFormats = ["csv", "xlsx", "json"] as const;
export type ExportFormat = (typeof exportFormats)[number];
