import { allow, Problem } from "@highwater/shared/kernel/problem";
import type { Actor } from "@highwater/shared/team/contract";
import {
  maxSharedViews,
  maxViews,
  View,
  type ViewInput,
  ViewPage,
  type ViewPatch,
} from "@highwater/shared/views/contract";
import { mayRenameView, mayShare, seesView } from "@highwater/shared/views/policy";
import { normalViewQuery } from "@highwater/shared/views/query";
import { Injectable } from "@nestjs/common";
import type { View as Row } from "../../generated/prisma/client.js";
import { Db, found } from "../../platform/db.js";
import { insistOnMatch } from "../../platform/etag.js";
import { type Entry, filed, Journal, unrecorded } from "../../platform/journal.js";
import { memberName, withName } from "../../platform/member-name.js";
import type { ReadDb, Tx } from "../../platform/team-scope.js";
import { lockTeam } from "../team/team.source.js";
import { CountsService } from "./counts.service.js";

type InTeam = Pick<ReadDb, "view" | "member">;

/** Named URLs. A private one is its maker's alone: to others it is absent, and it leaves no activity. */
@Injectable()
export class ViewsService {
  constructor(
    private readonly counts: CountsService,
    private readonly db: Db,
    private readonly journal: Journal,
  ) {}

  async list(actor: Actor) {
    const views = await this.db.read(actor, async (db) => {
      const { memberId } = actor;
      const rows = await db.view.findMany({ where: { OR: [{ memberId }, { shared: true }] } });
      return shown(db, actor, rows);
    });
    const counts = await this.counts.of(actor, views);
    const items = views.map((view, at) => ({ ...view, count: counts[at] ?? null }));
    return { items: items.sort(inOrder) };
  }

  one(actor: Actor, id: string) {
    return this.db.read(actor, async (db) => single(db, actor, await viewOf(db, actor, id)));
  }

  save(actor: Actor, { page, name, query, shared }: ViewInput) {
    return this.journal.write(actor, async (tx) => {
      insistOnSharing(actor, shared);
      await lockTeam(tx, actor.teamId);
      const own = await tx.view.findMany({ where: { memberId: actor.memberId } });
      if (own.length >= maxViews) throw full(`You have ${maxViews} views already.`, "views.limit");
      if (shared) await insistOnRoomToShare(tx);
      insistOnFreeName(own, { page, name });
      const { teamId, memberId } = actor;
      const kept = { page, name, query: normalViewQuery(page, query), shared };
      const row = await tx.view.create({ data: { teamId, memberId, ...kept } });
      const view = await single(tx, actor, row);
      if (!shared) return unrecorded(view);
      return filed(view, { verb: "views.shared", subjectId: row.id, after: recorded(row) });
    });
  }

  edit(actor: Actor, id: string, patch: ViewPatch, match: string | undefined) {
    return this.journal.write(actor, async (tx) => {
      await lockTeam(tx, actor.teamId);
      const current = await viewOf(tx, actor, id);
      const before = await single(tx, actor, current);
      insistOnMatch(match, View, before);
      await insistOnLaw(tx, actor, current, patch);
      const { name = current.name, shared = current.shared } = patch;
      const query =
        patch.query === undefined ? current.query : normalViewQuery(before.page, patch.query);
      const row = await tx.view.update({
        where: { teamId_id: { teamId: actor.teamId, id } },
        data: { name, query, shared },
      });
      const view = await single(tx, actor, row);
      const entry = change(current, row);
      return entry ? filed(view, entry) : unrecorded(view);
    });
  }

  remove(actor: Actor, id: string) {
    return this.journal.write(actor, async (tx) => {
      const current = await viewOf(tx, actor, id);
      allow(mayRenameView(actor, current), notYours, "views.not_yours");
      await tx.view.deleteMany({ where: { id } });
      if (!current.shared) return unrecorded(null);
      return filed(null, { verb: "views.deleted", subjectId: id, before: recorded(current) });
    });
  }
}

const notYours =
  "Only whoever made this view changes what it shows and whom it is shared with. An admin may rename or delete it.";

const recorded = ({ name, page, query }: Row) => ({ name, page, query });

/** What everyone may know: nothing of the time before it was shared, or after. */
function change(before: Row, after: Row): Entry | undefined {
  const subjectId = before.id;
  if (before.shared && after.shared)
    return {
      verb: "views.edited",
      subjectId,
      before: recorded(before),
      after: recorded(after),
    };
  if (after.shared) return { verb: "views.shared", subjectId, after: recorded(after) };
  if (before.shared) return { verb: "views.unshared", subjectId, before: recorded(before) };
  return undefined;
}

async function viewOf(db: Pick<InTeam, "view">, actor: Actor, id: string) {
  const row = await db.view.findFirst({ where: { id } });
  return found(row && seesView(actor, row) ? row : null, "view");
}

async function shown(db: Pick<InTeam, "member">, actor: Actor, rows: readonly Row[]) {
  const makers = new Set(rows.map(({ memberId }) => memberId));
  const members = await db.member.findMany({ where: { id: { in: [...makers] } }, ...withName });
  const names = new Map(members.map((member) => [member.id, memberName(member)]));
  return rows.map((row) => ({
    ...row,
    page: ViewPage.parse(row.page),
    mine: row.memberId === actor.memberId,
    by: { id: row.memberId, name: names.get(row.memberId) ?? "" },
  }));
}

async function single(db: Pick<InTeam, "member">, actor: Actor, row: Row) {
  return found((await shown(db, actor, [row]))[0], "view");
}

type Ordered = { mine: boolean; name: string; id: string };

const inOrder = (a: Ordered, b: Ordered) =>
  Number(b.mine) - Number(a.mine) || a.name.localeCompare(b.name, "zh") || (a.id < b.id ? -1 : 1);

const full = (sentence: string, code: string) =>
  new Problem("conflict", `${sentence} Delete one that nobody needs.`, { code });

const insistOnSharing = (actor: Actor, shared: boolean) =>
  allow(
    !shared || mayShare(actor),
    "Sharing a view needs the role reviewer or a higher one. Keep it private.",
    "views.share",
  );

async function insistOnRoomToShare(tx: Tx) {
  if ((await tx.view.count({ where: { shared: true } })) >= maxSharedViews)
    throw full(`The team shares ${maxSharedViews} views already.`, "views.shared_limit");
}

function insistOnFreeName(
  rows: readonly Row[],
  { page, name }: { page: string; name: string },
  except?: string,
) {
  const same = (row: Row) => row.page === page && row.name.toLowerCase() === name.toLowerCase();
  if (!rows.some((row) => row.id !== except && same(row))) return;
  const message = "Another view of this page has this name. Choose another.";
  const errors = [{ pointer: "#/name", code: "views.name_taken", message }];
  throw new Problem("conflict", message, { code: "views.name_taken", errors });
}

/** An admin who renames another's view learns nothing of that member's private names. */
async function insistOnLaw(tx: Tx, actor: Actor, current: Row, patch: ViewPatch) {
  const own = current.memberId === actor.memberId;
  const { name, shared = current.shared, ...rest } = patch;
  const more = shared !== current.shared || Object.keys(rest).length > 0;
  allow(mayRenameView(actor, current) && (own || !more), notYours, "views.not_yours");
  insistOnSharing(actor, shared);
  if (shared && !current.shared) await insistOnRoomToShare(tx);
  if (name === undefined || name === current.name) return;
  const where = { memberId: current.memberId, ...(own ? {} : { shared: true }) };
  insistOnFreeName(await tx.view.findMany({ where }), { page: current.page, name }, current.id);
}
