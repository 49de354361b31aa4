import { explain } from "@highwater/shared/ranking/explain";
import { teamScore } from "@highwater/shared/reviews/consensus";
import type { Criterion } from "@highwater/shared/rubrics/contract";
import { presetWeights } from "@highwater/shared/rubrics/weights";
import { screen, within } from "@testing-library/react";
import fc from "fast-check";
import { renderInTeam } from "../../test/render";
import { Explanation } from "./explanation";
import { shownPoints } from "./shown-points";

const keys = ["habit", "pain", "assistant", "flywheel", "overrun"] as const;
const criteria = keys.map((key) => ({
  key,
  inverted: key === "overrun",
  short: { en: key, zh: key },
})) as Criterion[];

const level = fc.integer({ min: 0, max: 5 });

test("law: the points shown add up to the total shown", () => {
  const scores = fc.array(fc.array(level, { minLength: 1, maxLength: 7 }), {
    minLength: 1,
    maxLength: 5,
  });
  const weights = fc.tuple(...keys.map(() => fc.integer({ min: 1, max: 60 })));
  fc.assert(
    fc.property(scores, weights, (given, chosen) => {
      const team = Object.fromEntries(
        given.map((list, place) => {
          const counts = [0, 1, 2, 3, 4, 5].map((one) => list.filter((s) => s === one).length);
          return [keys[place], teamScore(counts as unknown as Parameters<typeof teamScore>[0])];
        }),
      );
      const named = Object.fromEntries(keys.map((key, place) => [key, chosen[place] ?? 0]));
      const { total, parts } = explain(team, criteria, named);
      const points = parts.map((part) => part.points);
      const shown = shownPoints(points, total ?? 0);
      expect(shown.reduce((sum, one) => sum + Math.round(one * 10), 0)).toBe(
        Math.round((total ?? 0) * 10),
      );
      shown.forEach((one, place) => {
        expect(Math.abs(one - (points[place] ?? 0))).toBeLessThan(0.1 + 1e-6);
      });
    }),
  );
});

test("the parts are said as they are reckoned, and the risk says that it is turned round", async () => {
  const score = teamScore([0, 0, 1, 1, 1, 0]);
  const team = Object.fromEntries(
    keys.map((key) => [key, key === "overrun" ? teamScore([0, 0, 3, 0, 0, 0]) : score]),
  );
  const explained = explain(team, criteria, presetWeights.balanced);
  await renderInTeam(
    <Explanation
      criteria={criteria}
      explanation={{
        scope: "team",
        rank: 2,
        of: 16,
        reviews: 3,
        flags: [],
        gates: [],
        ...explained,
      }}
    />,
  );
  const row = await screen.findByRole("row", { name: /overrun/ });
  expect(row.textContent).toContain("risk 2 counts as 3: lower is better");
  expect(row.textContent).toContain("25 × (5 − 2)/5");
  expect(row.textContent).toContain("15.0 of 25");
  expect(screen.getByRole("row", { name: /habit/ }).textContent).toContain("20 × 3/5");
  screen.getByText("rank 2 of 16");
  expect(within(screen.getByRole("row", { name: /Total/ })).getByText("60.0")).toBeTruthy();
});

test("one review is never said to be the team's opinion", async () => {
  const explained = explain(
    Object.fromEntries(keys.map((key) => [key, teamScore([0, 0, 0, 1, 0, 0])])),
    criteria,
    presetWeights.balanced,
  );
  await renderInTeam(
    <Explanation
      criteria={criteria}
      explanation={{
        scope: "team",
        rank: 1,
        of: 1,
        reviews: 1,
        flags: [],
        gates: [],
        ...explained,
      }}
    />,
  );
  await screen.findByText("one review, not the team's opinion");
});
