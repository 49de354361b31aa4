import type { Brings } from "@highwater/shared/exchange/contract";
import type { Actor } from "@highwater/shared/team/contract";
import { Injectable } from "@nestjs/common";
import { Files } from "../../platform/files.js";
import type { Tx } from "../../platform/team-scope.js";
import { FieldsService } from "../fields/fields.service.js";
import { ImportedReviewsService } from "../reviews/imported.service.js";
import { MembersService } from "../team/members.service.js";
import { type Attached, attach, takeAway, type With } from "./attaching.js";
import type { Of } from "./extras.js";
import {
  broughtBeside,
  rememberBrought,
  restoreStates,
  type TakenRow,
  takenAfter,
} from "./extras.queries.js";
import { scoresCiting } from "./imports.citing.js";
import type { Renames } from "./imports.queries.js";
import { membersHere } from "./members.queries.js";
import { matchPeople, newcomers } from "./people.js";
import { planFields } from "./portfolio.fields.js";
import { citedAs, WrittenFiles } from "./portfolio.files.js";
import { portfolioHead, portfolioRecords } from "./reading/portfolio.js";
import type { Source } from "./reading/raw.js";
import { pendingKey } from "./row-plan.js";
import { talkAlong } from "./talking.js";

const atOnce = 200;

interface Commit {
  source: Source;
  brings: Brings;
  /** What happens to duplicates without a choice of their own. */
  fallback: string;
  at: Date;
}
/** How many candidates got something without their facts being touched, and how many rows did it. */
interface Brought {
  brings: Brings;
  candidates: number;
  rows: number;
}

/** What rows bring along beside facts, in the transaction of the commit, and its way back. */
@Injectable()
export class Bringing {
  constructor(
    private readonly fields: FieldsService,
    private readonly files: Files,
    private readonly members: MembersService,
    private readonly reviews: ImportedReviewsService,
  ) {}

  /** The fields of a portfolio, before its candidates are. */
  async makeFields(tx: Tx, actor: Actor, source: Source): Promise<Renames> {
    const renames: { from: string; to: string }[] = [];
    const { fields } = await portfolioHead(source);
    const plans = planFields(fields, await tx.field.findMany());
    for (const [index, { file, here, make, missingOptions }] of plans.entries()) {
      if (here && missingOptions.length > 0)
        await this.fields.addOptions(tx, here.id, missingOptions);
      const { type, options, archivedAt } = file;
      const made =
        make &&
        (await this.fields.restoreWithin(tx, actor, { ...make, type, options, archivedAt }));
      const key = made?.key ?? here?.key;
      if (key !== undefined) renames.push({ from: pendingKey(index), to: key });
    }
    return renames;
  }

  async bring(tx: Tx, of: Of, { source, brings, fallback, at }: Commit): Promise<Brought> {
    const tally = { evidence: 0, files: 0, trials: 0, decisions: 0, reviews: 0 };
    const waiting = new Map<string, string[]>();
    const others = new Set<string>();
    let rows = 0;
    let who: With["who"] | undefined;
    for (let after = 0; ; ) {
      const taken = await takenAfter(tx, of, { fallback, after, most: atOnce });
      const last = taken.at(-1);
      if (!last) break;
      after = last.row;
      who ??= await this.whoIs(tx, of.teamId, brings.people);
      for (const one of await this.bringSome(tx, of, taken, { who, at })) {
        tally.trials += one.trials;
        tally.decisions += one.decisions;
        tally.evidence += one.evidence.length;
        for (const { file, fileId } of one.evidence) {
          if (!file || !fileId) continue;
          tally.files += 1;
          waiting.set(citedAs(file), [...(waiting.get(citedAs(file)) ?? []), fileId]);
        }
      }
      for (const { added, merged, mergedElsewhere, follows, candidateId, extras } of taken) {
        tally.reviews += extras.reviews.length;
        if (!added && !merged) rows += 1;
        if (!added && !follows && !mergedElsewhere) others.add(candidateId);
      }
    }
    if (waiting.size > 0) await this.writeFiles(tx, of, source, waiting);
    return { brings: { ...brings, ...tally }, candidates: others.size, rows };
  }

  /** Takes back what candidates got that the import did not add; answers whose reviews were signed here since. */
  async takeBack(tx: Tx, of: Of, committedAt: Date | null): Promise<string[]> {
    const ids = await broughtBeside(tx, of);
    if (ids.length === 0) return [];
    await takeAway(tx, ids, committedAt);
    return this.reviews.takeBack(tx, of.teamId, ids);
  }

  private async bringSome(tx: Tx, of: Of, taken: TakenRow[], how: With): Promise<Attached[]> {
    const attached = await attach(tx, of, taken, { ...how, files: this.files });
    await restoreStates(tx, of, statesOf(taken, how), how.at);
    const said = taken.map((row, at) => ({ row, places: attached[at]?.places ?? nowhere }));
    await talkAlong(tx, of, said, how);
    const given = taken.flatMap((row, place) =>
      row.extras.reviews.map((review) => ({
        place,
        review: reviewOf(row, review, { ...how, places: attached[place]?.places ?? nowhere }),
      })),
    );
    const brought = await this.reviews.bring(
      tx,
      of.teamId,
      given.map(({ review }) => review),
    );
    for (const [at, ids] of brought.entries()) attached[given[at]?.place ?? 0]?.ids.push(...ids);
    await rememberBrought(tx, of, attached);
    return attached;
  }

  /** Who is no member here gets a name in the list of those without an account. */
  private async whoIs(tx: Tx, teamId: string, people: Brings["people"]): Promise<With["who"]> {
    const members = await membersHere(tx);
    const ids = matchPeople(people, members);
    const coming = newcomers(people, ids, members);
    const made = await this.members.addNamed(
      tx,
      teamId,
      coming.map(({ name }) => name),
    );
    for (const [at, { person }] of coming.entries()) {
      const place = person ? people.findIndex((one) => one === person) : -1;
      if (place >= 0) ids[place] = made[at] ?? null;
    }
    return (ref) => (ref.startsWith("#") ? (ids[Number(ref.slice(1))] ?? ref) : ref);
  }

  private async writeFiles(
    tx: Tx,
    { teamId }: Of,
    source: Source,
    waiting: ReadonlyMap<string, readonly string[]>,
  ) {
    const written = new WrittenFiles(
      (fileId, number, bytes) => this.files.addPiece(tx, teamId, { fileId, number, bytes }),
      waiting,
    );
    for await (const { key, value } of portfolioRecords(source))
      if (key === "files") await written.take(value);
  }
}

const statesOf = (taken: readonly TakenRow[], { who }: With) =>
  taken.flatMap(({ added, candidateId, extras: { state } }) => {
    if (!added || !state) return [];
    const { createdBy, owner, ...rest } = state;
    return [
      {
        ...{ ...rest, id: candidateId },
        createdById: createdBy === null ? null : who(createdBy),
        ownerId: owner === null ? null : who(owner),
      },
    ];
  });

const reviewOf = (
  { candidateId }: TakenRow,
  { by, notBlind, signedAt, versions }: TakenRow["extras"]["reviews"][number],
  { who, at, places }: With & Pick<Attached, "places">,
) => ({
  ...{ candidateId, memberId: who(by), notBlind, signedAt: new Date(signedAt ?? at) },
  versions: versions.map((version) => ({
    ...version,
    scores: scoresCiting(version.scores, places),
    signedAt: new Date(version.signedAt ?? at),
  })),
});

const nowhere: Attached["places"] = { evidence: [], trials: [] };
