import { distribute } from "../packages/shared/dist/assignments/distribute.js";

/** How long an even assignment takes, and how even it is: candidates × k over reviewers, with conflicts and caps. */
const sizes = /** @type {const} */ ([
  [610, 3, 7],
  [2000, 3, 20],
  [5000, 3, 40],
]);

for (const [size, k, people] of sizes) {
  const reviewers = Array.from({ length: people }, (_, n) => ({
    id: `r${n}`,
    load: n % 4,
    cap: Math.ceil((k * size) / people) + 4,
  }));
  const candidates = Array.from({ length: size }, (_, n) => ({
    id: `c${n}`,
    held: [],
    barred: n % 5 === 0 ? [`r${n % people}`, `r${(n * 3 + 1) % people}`] : [],
  }));
  const started = performance.now();
  const { given, short, loads } = distribute(candidates, reviewers, k, 1);
  const took = performance.now() - started;
  const after = loads.map((load) => load.after);
  const spread = Math.max(...after) - Math.min(...after);
  console.log(
    `${size} × ${k} over ${people}: ${took.toFixed(0)} ms, ${given.length} given, ${short.length} short, loads differ by ${spread}`,
  );
}
