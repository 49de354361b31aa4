import { chanceOf } from "../packages/shared/dist/ranking/chance.js";
import { columnsOf } from "../packages/shared/dist/ranking/columns.js";
import { Confidence } from "../packages/shared/dist/ranking/confidence.js";
import { errorsOf } from "../packages/shared/dist/ranking/errors.js";
import { orderOf } from "../packages/shared/dist/ranking/order.js";
import { simulated } from "../packages/shared/dist/ranking/simulated.js";

/** How often 90 % intervals of rank hold the true rank, and how wide they are: portfolios, the argument or 1,000. */
const portfolios = Number(process.argv[2] ?? 1000);
const criteria = ["habit", "pain", "assistant", "flywheel", "overrun"].map((key) => ({
  key,
  inverted: key === "overrun",
}));
const weights = [20, 20, 15, 20, 25];

/**
 * @param {number} size
 * @param {number} share how far the true weights may lie from those that are known
 */
function measure(size, share) {
  let [covered, asked, width, least] = [0, 0, 0, 1];
  for (let seed = 1; seed <= portfolios; seed++) {
    const { counted, reviews, truth } = simulated(seed, size);
    const chance = chanceOf(-seed);
    const real = weights.map((weight) => weight * (1 + share * (2 * chance() - 1)));
    const { ranks } = orderOf(
      Float64Array.from(truth, (means) =>
        means.reduce((sum, u, at) => sum + u * (real[at] ?? 0), 0),
      ),
    );
    const result = new Confidence({
      ...{ columns: columnsOf(size, criteria, counted), weights, reviews, seed, top: 10 },
      doubt: { kind: "box", share },
      errors: errorsOf(size, counted),
      targets: Array.from({ length: size }, (_, row) => row),
    })
      .run(300)
      .result();
    let held = 0;
    for (const { row, low, high } of result) {
      if (low === null || high === null) continue;
      width += high - low;
      held += Number(low <= (ranks[row] ?? 0) && (ranks[row] ?? 0) <= high);
    }
    covered += held;
    asked += size;
    least = Math.min(least, held / size);
  }
  console.log(
    `${portfolios} portfolios of ${size}, weights within ${100 * share} %: ${((100 * covered) / asked).toFixed(1)} % covered (worst portfolio ${(100 * least).toFixed(0)} %), mean width ${(width / asked).toFixed(1)} ranks`,
  );
  if (covered / asked < 0.86) process.exitCode = 1;
}

measure(20, 0);
measure(40, 0);
measure(40, 0.3);
