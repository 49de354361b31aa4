import { scoreColumns } from "@highwater/shared/ranking/columns";
import { Confidence } from "@highwater/shared/ranking/confidence";
import { errorsOf } from "@highwater/shared/ranking/errors";
import { bandsOf, dethroning } from "@highwater/shared/ranking/flips";
import { orderOf } from "@highwater/shared/ranking/order";
import { type Answer, allSamples, type Told, targets } from "./asked";
import { heaviest } from "./search";

type Board = Extract<Told, { kind: "board" }>["board"];
type Question = Extract<Told, { kind: "weights" }>;

/** The same draws for everybody, so that two people see the same interval. */
const seed = 20230319;
/** Weights are taken to be known within a fifth. */
const doubt = { kind: "box", share: 0.2 } as const;
const slice = 50;

let board: Board | undefined;
let latest = 0;

const answer = (one: Answer) => self.postMessage(one);

/** A newer question may come in between slices: then the older one is dropped. */
async function work({ asked, weights, top }: Question) {
  if (!board) return;
  const { columns, counted, reviews, size } = board;
  const { order, ranked } = orderOf(scoreColumns(columns, weights));
  const rows = order.subarray(0, ranked);
  const sliders = { weights, most: heaviest };
  answer({
    kind: "fragility",
    asked,
    bands: bandsOf(columns, rows, top, sliders),
    dethroning: dethroning(columns, rows, sliders),
  });
  const errors = errorsOf(size, counted);
  const first = rows.subarray(0, targets);
  const confidence = new Confidence({
    ...{ columns, weights, doubt, errors, reviews, targets: first, top, seed },
  });
  for (let samples = slice; samples <= allSamples; samples += slice) {
    await new Promise((wake) => setTimeout(wake));
    if (asked !== latest) return;
    confidence.run(slice);
    if (samples % 200 === 0)
      answer({ kind: "confidence", asked, samples, rows: confidence.result() });
  }
}

self.onmessage = ({ data }: MessageEvent<Told>) => {
  if (data.kind === "board") board = data.board;
  else {
    latest = data.asked;
    void work(data);
  }
};
