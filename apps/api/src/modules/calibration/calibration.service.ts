import { adjusted } from "@highwater/shared/calibration/adjusted";
import { agreementOf } from "@highwater/shared/calibration/agreement";
import {
  type Agreements,
  type Leniencies,
  mostCandidates,
} from "@highwater/shared/calibration/contract";
import { countsOf } from "@highwater/shared/reviews/consensus";
import { weightsOf } from "@highwater/shared/rubrics/weights";
import type { Actor } from "@highwater/shared/team/contract";
import { Injectable } from "@nestjs/common";
import { Db } from "../../platform/db.js";
import { revealedScores } from "../reviews/revealed.source.js";
import { activeRubric } from "../rubrics/rubrics.service.js";

/** What revealed reviews tell of the reviewers. Reads alone; what is hidden never enters. */
@Injectable()
export class CalibrationService {
  constructor(private readonly db: Db) {}

  async leniency(actor: Actor): Promise<Leniencies> {
    const { rubric, rows, more } = await this.revealed(actor);
    const { weights } = weightsOf(rubric, {});
    const { reviewsOf, leniencyOf, ...found } = adjusted(rows, rubric.criteria, weights);
    const { memberId } = actor;
    return {
      ...{ candidates: rows.length, more },
      ...found,
      mine: { reviews: reviewsOf(memberId), leniency: leniencyOf(memberId) },
    };
  }

  async agreement(actor: Actor): Promise<Agreements> {
    const { rubric, rows, more } = await this.revealed(actor);
    const items = rubric.criteria.map(({ key, name }) => {
      const units = rows.map(({ scores }) =>
        countsOf(scores.filter(({ criterion }) => criterion === key).map(({ level }) => level)),
      );
      return { criterion: key, name, ...agreementOf(units) };
    });
    return { candidates: rows.length, more, items };
  }

  private revealed(actor: Actor) {
    return this.db.read(actor, async (db) => {
      const rubric = await activeRubric(db);
      const revisions = rubric.criteria.map(({ revisionId }) => revisionId);
      const rows = await revealedScores(db, actor, revisions, mostCandidates + 1);
      return { rubric, rows: rows.slice(0, mostCandidates), more: rows.length > mostCandidates };
    });
  }
}
