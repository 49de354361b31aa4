import type { Brings, FileShape } from "@highwater/shared/exchange/contract";
import type { PortfolioPerson } from "@highwater/shared/exchange/portfolio";
import { isReviewTarget } from "@highwater/shared/exchange/scores";
import { allow, invalid } from "@highwater/shared/kernel/problem";
import type { Actor } from "@highwater/shared/team/contract";
import { atLeast } from "@highwater/shared/team/policy";
import { Injectable } from "@nestjs/common";
import { Db } from "../../platform/db.js";
import type { RunningJob } from "../../platform/jobs.js";
import type { Tx } from "../../platform/team-scope.js";
import { activeRubric } from "../rubrics/rubrics.service.js";
import { onlyReviews, type Staged } from "./extras.js";
import { followFirst, refuseDoubles, tallyOf } from "./extras.queries.js";
import { membersHere } from "./members.queries.js";
import { matchPeople } from "./people.js";
import { PortfolioReading } from "./portfolio.reading.js";
import type { RawRow, Source } from "./reading/raw.js";
import { readRows } from "./reading/reading.js";
import { type Plan, stage } from "./row-plan.js";
import { type ReviewPlan, reviewersOf, reviewOf, reviewPlanOf } from "./row-review.js";

export interface Opened {
  /** For the staging table, some at a time. */
  rows: AsyncIterable<readonly Staged[]>;
  /** After the rows are there and compared with the pipeline. */
  close(tx: Tx): Promise<Brings>;
}

const nothing: Brings = {
  ...{ evidence: 0, files: 0, trials: 0, decisions: 0, reviews: 0 },
  ...{ fields: [], people: [], intact: true },
};

/** What rows bring along beside facts: the check reads it, judges it and counts it. */
@Injectable()
export class ImportExtras {
  constructor(private readonly db: Db) {}

  /** Reviews, decisions and trials in the names of others are an owner's or admin's to bring. */
  insistOnRole(actor: Actor, mapping: readonly string[], { format }: Pick<FileShape, "format">) {
    allow(
      atLeast(actor.role, "admin") ||
        (format !== "highwater" && !mapping.some((target) => isReviewTarget(target))),
      "This file holds what others have reviewed and decided: that is an owner's or admin's to bring in and to undo.",
      "imports.needs_admin",
    );
  }

  /** The same of a mapping that somebody proposes: the column is named. */
  insistOnTargets(actor: Actor, mapping: readonly string[]) {
    const index = mapping.findIndex((target) => isReviewTarget(target));
    if (index >= 0 && !atLeast(actor.role, "admin"))
      throw invalid(
        `#/mapping/${index}`,
        "imports.needs_admin",
        "Reviews in the name of members are an owner's or admin's to bring. Skip this column, or ask one.",
      );
  }

  reviewPlan(actor: Pick<Actor, "teamId">, mapping: readonly string[], shape: FileShape) {
    return this.db.read(actor, async (db) => {
      const { criteria } = await activeRubric(db);
      return reviewPlanOf(
        mapping,
        shape,
        criteria.map(({ key }) => key),
      );
    });
  }

  openPortfolio(job: RunningJob, source: Source): Promise<Opened> {
    const { actor } = job;
    const of = { teamId: actor.teamId, importId: job.subjectId };
    return this.db.read(actor, async (db) => {
      const reading = new PortfolioReading(
        source,
        await db.field.findMany(),
        (await activeRubric(db)).criteria.map(({ key }) => key),
      );
      return {
        rows: reading.rows(),
        close: async (tx) => ({
          ...(await tallyOf(tx, of)),
          people: await told(tx, reading.people.list),
          ...reading.told(),
        }),
      };
    });
  }

  async openReviews(
    job: RunningJob,
    { source, shape }: { source: Source; shape: FileShape },
    plan: Plan,
    reviews: ReviewPlan,
  ): Promise<Opened> {
    const of = { teamId: job.actor.teamId, importId: job.subjectId };
    const members = (await this.db.read(job.actor, membersHere)).filter(
      ({ email }) => email !== null,
    );
    const named = new Set<string>();
    const reviewers = reviewersOf(members);
    const staged = (row: RawRow): Staged => {
      const made = stage(row, plan);
      const { review, errors } = reviewOf(row, reviews, reviewers);
      made.errors.push(...errors);
      if (review) named.add(review.by);
      return { made, extras: review && onlyReviews(made.id, review) };
    };
    const rows = async function* () {
      for await (const batch of readRows(source, shape)) yield batch.map(staged);
    };
    return {
      rows: rows(),
      close: async (tx) => {
        await followFirst(tx, of);
        await refuseDoubles(tx, of, reviews.reviewer.header);
        const people = members.filter(({ id }) => named.has(id));
        return {
          ...nothing,
          ...(await tallyOf(tx, of)),
          people: people.map(({ name, email }) => ({ name, email, nth: 1, here: true })),
        };
      },
    };
  }
}

/** Whom the file names, and whether they are members here. */
async function told(tx: Tx, people: readonly PortfolioPerson[]): Promise<Brings["people"]> {
  const known = matchPeople(people, await membersHere(tx));
  return people.map((person, at) => ({ ...person, here: known[at] !== null }));
}
