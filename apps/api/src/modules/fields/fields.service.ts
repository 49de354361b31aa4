import { isDeepStrictEqual } from "node:util";
import {
  Field,
  type FieldInput,
  type FieldPatch,
  type FieldsQuery,
  type FieldValues,
  maxFields,
} from "@highwater/shared/fields/contract";
import { keyFor } from "@highwater/shared/fields/key";
import { checkValue } from "@highwater/shared/fields/values";
import { type InputError, invalid, Problem } from "@highwater/shared/kernel/problem";
import type { Actor } from "@highwater/shared/team/contract";
import { Injectable } from "@nestjs/common";
import type { Field as Row } from "../../generated/prisma/client.js";
import { Db, found } from "../../platform/db.js";
import { insistOnMatch } from "../../platform/etag.js";
import { type Entry, filed, Journal } from "../../platform/journal.js";
import type { ReadDb, Tx } from "../../platform/team-scope.js";
import { lockTeam } from "../team/team.source.js";

type RestoredField = FieldInput & { archivedAt: string | null };

const inOrder = [{ position: "asc" }, { id: "asc" }] as const;

@Injectable()
export class FieldsService {
  constructor(
    private readonly db: Db,
    private readonly journal: Journal,
  ) {}

  list(actor: Actor, { archived }: FieldsQuery) {
    return this.db.read(actor, async (db) => {
      const live = await liveFields(db);
      const gone = archived
        ? await db.field.findMany({ where: { archivedAt: { not: null } }, orderBy: { id: "asc" } })
        : [];
      return { items: [...live, ...gone].map(fieldView) };
    });
  }

  one(actor: Actor, id: string) {
    return this.db.read(actor, async (db) => fieldView(await fieldOf(db, id)));
  }

  add(actor: Actor, input: FieldInput) {
    return this.journal.write(actor, async (tx) => {
      const field = await this.addWithin(tx, actor, input);
      const { id: subjectId, name } = field;
      return filed(field, { verb: "fields.added", subjectId, after: { name } });
    });
  }

  /** For a deed that brings its own fields along, and records them. */
  async addWithin(tx: Tx, actor: Actor, { name, type, options, key }: FieldInput) {
    await lockTeam(tx, actor.teamId);
    const rows = await tx.field.findMany();
    const taken = new Set(rows.map((row) => row.key));
    if (key !== undefined && taken.has(key))
      throw invalid("#/key", "fields.key_taken", "This key is taken, for ever. Choose another.");
    insistOnRoom(rows);
    insistOnFreeName(rows, name);
    const row = await tx.field.create({
      data: {
        teamId: actor.teamId,
        key: key ?? keyFor(name, taken),
        name,
        type,
        options: lawfulOptions(type, options),
        position: rows.filter(isLive).length,
      },
    });
    return fieldView(row);
  }

  /** For a portfolio that brings its fields along: an archived one stays archived, and takes nobody's room. */
  async restoreWithin(tx: Tx, actor: Actor, { archivedAt, ...input }: RestoredField) {
    if (archivedAt === null) return this.addWithin(tx, actor, input);
    await lockTeam(tx, actor.teamId);
    const taken = new Set((await tx.field.findMany()).map(({ key }) => key));
    const { name, type, options, key } = input;
    const free = key !== undefined && !taken.has(key) ? key : keyFor(name, taken);
    const row = await tx.field.create({
      data: {
        ...{ teamId: actor.teamId, key: free, name, type, options },
        ...{ position: maxFields, archivedAt: new Date(archivedAt) },
      },
    });
    return fieldView(row);
  }

  /** Options that a restored value stands on. */
  async addOptions(tx: Tx, id: string, options: readonly string[]) {
    const field = await fieldOf(tx, id);
    const all = lawfulOptions(field.type, [...field.options, ...options]);
    await tx.field.updateMany({ where: { id }, data: { options: all } });
  }

  edit(actor: Actor, id: string, patch: FieldPatch, match: string | undefined) {
    return this.journal.write(actor, async (tx) => {
      await lockTeam(tx, actor.teamId);
      const current = await fieldOf(tx, id);
      insistOnMatch(match, Field, fieldView(current));
      return filed(await change(tx, current, patch), entryOf(current, patch));
    });
  }

  archive(actor: Actor, id: string) {
    return this.journal.write(actor, async (tx) => {
      await lockTeam(tx, actor.teamId);
      const current = await fieldOf(tx, id);
      const patch = { archived: true };
      return filed(await change(tx, current, patch), entryOf(current, patch));
    });
  }

  /** Refuses unknown keys and wrong types. What stays as it is held stays lawful. */
  async insistOnValues(
    db: Pick<ReadDb, "field">,
    given: FieldValues | undefined,
    held: FieldValues = {},
  ) {
    const changed = Object.entries(given ?? {}).filter(
      ([key, value]) => value !== null && !isDeepStrictEqual(value, held[key]),
    );
    if (changed.length === 0) return;
    const laws = new Map((await liveFields(db)).map((field) => [field.key, field]));
    const errors = changed.flatMap(([key, value]): InputError[] => {
      const law = laws.get(key);
      if (!law) return [unknownKey(key)];
      const checked = checkValue(law, value);
      return "error" in checked ? [checked.error] : [];
    });
    const [first] = errors;
    if (first) throw new Problem("invalid", first.message, { errors });
  }
}

const isLive = ({ archivedAt }: Row) => archivedAt === null;

const liveFields = (db: Pick<ReadDb, "field">) =>
  db.field.findMany({ where: { archivedAt: null }, orderBy: [...inOrder] });

const fieldOf = async (db: Pick<ReadDb, "field">, id: string) =>
  found(await db.field.findFirst({ where: { id } }), "field");

const fieldView = (row: Row) => ({ ...row, archivedAt: row.archivedAt?.toISOString() ?? null });

const unknownKey = (key: string): InputError => ({
  pointer: `#/fields/${key}`,
  code: "fields.unknown",
  message: `The team has no field "${key}". Add it in the settings, or leave it out.`,
});

function insistOnRoom(rows: readonly Row[]) {
  if (rows.filter(isLive).length < maxFields) return;
  throw new Problem(
    "conflict",
    `A team has at most ${maxFields} fields. Archive one that nobody needs.`,
    { code: "fields.limit" },
  );
}

/** Names tell the columns of files apart, so no two live ones are the same. */
function insistOnFreeName(rows: readonly Row[], name: string, except?: string) {
  const same = (row: Row) => row.name.toLowerCase() === name.toLowerCase();
  if (rows.some((row) => isLive(row) && row.id !== except && same(row)))
    throw invalid("#/name", "fields.name_taken", "Another field has this name. Choose another.");
}

function lawfulOptions(type: Row["type"], options: readonly string[]): string[] {
  const distinct = [...new Map(options.map((one) => [one.toLowerCase(), one])).values()];
  if (type === "select" ? distinct.length > 0 : distinct.length === 0) return distinct;
  throw type === "select"
    ? invalid("#/options", "fields.options_missing", "Write at least one option.")
    : invalid("#/options", "fields.options_idle", "Only a field of the type select has options.");
}

async function change(tx: Tx, current: Row, patch: FieldPatch) {
  const { name, options, position, archived } = patch;
  const rows = await tx.field.findMany();
  const restores = archived === false && !isLive(current);
  if (restores) insistOnRoom(rows);
  if (restores || name !== undefined) insistOnFreeName(rows, name ?? current.name, current.id);
  const { teamId, id } = current;
  const row = await tx.field.update({
    where: { teamId_id: { teamId, id } },
    data: {
      ...(name === undefined ? {} : { name }),
      ...(options === undefined ? {} : { options: lawfulOptions(current.type, options) }),
      ...(archived === undefined ? {} : { archivedAt: archivedSince(current, archived) }),
      ...(restores ? { position: maxFields } : {}),
    },
  });
  await putInOrder(tx, row, position);
  return fieldView(await fieldOf(tx, id));
}

const archivedSince = ({ archivedAt }: Row, archived: boolean) =>
  archived ? (archivedAt ?? new Date()) : null;

/** The live ones are numbered from 0 without gaps; `moved` goes where it was asked to. */
async function putInOrder(tx: Tx, moved: Row, position: number | undefined) {
  const live = await liveFields(tx as unknown as ReadDb);
  const others = live.filter(({ id }) => id !== moved.id);
  const at = position ?? live.findIndex(({ id }) => id === moved.id);
  const order = isLive(moved) ? others.toSpliced(at, 0, moved) : others;
  for (const [index, { teamId, id, position: before }] of order.entries())
    if (before !== index)
      await tx.field.update({ where: { teamId_id: { teamId, id } }, data: { position: index } });
}

function entryOf(current: Row, patch: FieldPatch): Entry {
  const { name, options, position } = current;
  const verb = patch.archived === undefined ? "edited" : patch.archived ? "archived" : "restored";
  return {
    verb: `fields.${verb}` as const,
    subjectId: current.id,
    before: { name, options, position },
    after: JSON.parse(JSON.stringify(patch)),
  };
}
