import { type BoardQuery, RankingBoard } from "@highwater/shared/ranking/board";
import { packed, textOf } from "@highwater/shared/ranking/packed";
import { Injectable } from "@nestjs/common";
import { Served } from "../../platform/served.js";
import type { Snapshot } from "./snapshot.js";
import { SnapshotsService, type Viewer } from "./snapshots.service.js";

/** The whole ranking by columns, from which a browser ranks under any weights by itself. */
@Injectable()
export class BoardsService {
  constructor(private readonly snapshots: SnapshotsService) {}

  async board(viewer: Viewer, { scope }: BoardQuery): Promise<Served> {
    if (scope === "mine")
      return Served.of(RankingBoard, boardOf(await this.snapshots.mine(viewer), scope, []));
    const { snapshot, recused } = await this.snapshots.team(viewer);
    const masked = recused.flatMap((id) => snapshot.ids.rowOf(id) ?? []).sort((a, b) => a - b);
    const known = snapshot.pages.get("board");
    if (known !== undefined && masked.length === 0) return known;
    const board = Served.of(RankingBoard, boardOf(snapshot, scope, masked));
    if (masked.length === 0) snapshot.pages.set("board", board);
    return board;
  }
}

function boardOf(
  snapshot: Snapshot,
  scope: BoardQuery["scope"],
  masked: readonly number[],
): RankingBoard {
  const { rubric } = snapshot;
  const { size, names } = snapshot.rows;
  const verticals = [...new Set(snapshot.rows.verticals.filter((one) => one !== null))].sort();
  const places = new Map(verticals.map((vertical, at) => [vertical, at + 1]));
  const open = (column: Uint32Array) => {
    for (const row of masked) column[row] = 0;
    return packed(column);
  };
  const counted = snapshot.counted();
  return {
    ...{ scope, rubricVersion: rubric.version, size, names: [...names] },
    ids: textOf(snapshot.ids.bytes),
    reviews: open(snapshot.rows.reviews.slice()),
    stages: packed(snapshot.rows.stageAt),
    verticals,
    vertical: packed(
      snapshot.rows.verticals.map((one) => (one === null ? 0 : (places.get(one) ?? 0))),
    ),
    criteria: rubric.criteria.map(({ key, inverted, weight }, at) => {
      const { n, sum, squares } = counted[at] as (typeof counted)[number];
      return { key, inverted, weight, n: open(n), sum: open(sum), squares: open(squares) };
    }),
    recused: [...masked],
  };
}
