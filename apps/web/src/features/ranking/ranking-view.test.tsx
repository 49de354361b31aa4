import type { RankingItem } from "@highwater/shared/ranking/contract";
import type { Role } from "@highwater/shared/team/contract";
import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";
import { screen, waitFor, within } from "@testing-library/react";
import { useCallback, useState } from "react";
import { renderInTeam } from "../../test/render";
import { serve } from "../../test/server";
import { makeItem, makePage, rubric, scored } from "./ranking-fixture";
import { RankingView } from "./ranking-view";
import type { RankingSearch } from "./search";

/** jsdom lays nothing out; the virtual list needs a height to fill. */
beforeAll(() => {
  jest.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(600);
});
afterAll(() => {
  jest.restoreAllMocks();
});

const onOpen = jest.fn();
const onReview = jest.fn();
const onCompare = jest.fn();

function Page({ at, as }: { at: RankingSearch; as: Role }) {
  const [search, setSearch] = useState(at);
  const change = useCallback(
    (patch: Partial<RankingSearch>) => setSearch((before) => ({ ...before, ...patch })),
    [],
  );
  const go = { onOpen, onReview, onCompare };
  return <RankingView team="reef" search={search} role={as} change={change} {...go} />;
}

interface Pipeline {
  team?: RankingItem[];
  mine?: RankingItem[];
  waiting?: number;
}

async function show({ team = [], mine = [], waiting = 0 }: Pipeline, at: RankingSearch = {}) {
  const calls = serve({
    "GET /ranking": ({ query }) => {
      const scope = query.get("scope") === "mine" ? "mine" : "team";
      return { body: makePage(scope, scope === "mine" ? mine : team) };
    },
    "GET /rubrics/active": { body: rubric },
    "GET /reviews/queue": {
      body: { items: [], nextCursor: null, total: waiting, done: 0, abstained: [] },
    },
  });
  const view = await renderInTeam(<Page at={at} as="reviewer" />);
  return { ...view, calls };
}

const rowOf = async (name: string) =>
  (await screen.findByRole("link", { name })).closest<HTMLElement>('[role="row"]') ?? document.body;

const copilot = makeItem(1, {
  name: "Copilot",
  rank: 1,
  total: 82,
  coverage: 1,
  reviews: 3,
  stage: "discussion",
  criteria: scored(5, 4, 5, 4, 1),
});
const jasper = makeItem(2, {
  name: "Jasper",
  rank: 2,
  total: 44,
  coverage: 1,
  reviews: 3,
  stage: "discussion",
  criteria: scored(2, 4, 4, 2, 5),
  flags: ["submerged", "provisional"],
});

test("risk keeps its digit and takes the colour of its inverse", async () => {
  await show({ team: [copilot, jasper] });
  const low = within(await rowOf("Copilot")).getByRole("img", { name: /Risk: risk 1 of 5/ });
  const high = within(await rowOf("Jasper")).getByRole("img", { name: /Risk: risk 5 of 5/ });
  expect([low.textContent, low.dataset]).toEqual(["1", expect.objectContaining({ step: "4" })]);
  expect([high.textContent, high.dataset]).toEqual(["5", expect.objectContaining({ step: "0" })]);
  expect(screen.getByRole("columnheader", { name: /Risk ▽.*lower is better/ })).toBeTruthy();
});

test("flags say in words what their signs mean", async () => {
  await show({ team: [copilot, jasper] });
  const row = within(await rowOf("Jasper"));
  expect(row.getByRole("img", { name: "Likely submerged" })).toBeTruthy();
  expect(
    row.getByRole("img", { name: /fewer than 3 reviews or no first-hand trial/ }),
  ).toBeTruthy();
});

test("a recused row says so, and shows no figure", async () => {
  const recused = makeItem(3, { name: "Kin", flags: ["recused"], stage: "discussion" });
  await show({ team: [copilot, recused] });
  const row = within(await rowOf("Kin"));
  expect(row.getByRole("img", { name: /recused yourself/ }).textContent).toBe("Recused");
  expect(row.queryByRole("img", { name: /of 5/ })).toBeNull();
});

test("with nothing revealed home is Mine: what waits comes first, locks say why", async () => {
  const hidden = makeItem(4, { name: "Blind", hidden: true, signed: 2 });
  await show({ mine: [hidden], waiting: 12 });
  expect(await screen.findByText("12 wait for your review")).toBeTruthy();
  expect(screen.getByRole("link", { name: "Start reviewing" }).getAttribute("href")).toBe(
    "/t/reef/queue",
  );
  const row = within(await rowOf("Blind"));
  expect(row.getByRole("img", { name: "Hidden until you sign: 2 reviews signed" })).toBeTruthy();
});

test("an empty pipeline has one sentence and one button", async () => {
  await show({});
  const add = await screen.findByRole("link", { name: "Add the first candidate" });
  expect(add.getAttribute("href")).toBe("/t/reef/new");
});

test("j selects, Space peeks, Escape closes, Enter opens, R reviews", async () => {
  const { user } = await show({ team: [copilot, jasper] });
  await rowOf("Copilot");
  await user.keyboard("jj");
  const grid = screen.getByRole("grid");
  expect(document.activeElement).toBe(grid);
  expect((await rowOf("Jasper")).getAttribute("aria-selected")).toBe("true");
  expect(grid.getAttribute("aria-activedescendant")).toBe((await rowOf("Jasper")).id);

  await user.keyboard(" ");
  const peek = await screen.findByRole("complementary", { name: "Peek at Jasper" });
  expect(within(peek).getByText(/Flagged when Risk is 4 or more/)).toBeTruthy();
  await user.keyboard("k");
  expect(await screen.findByRole("complementary", { name: "Peek at Copilot" })).toBeTruthy();
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("complementary")).toBeNull());

  await user.keyboard("{Enter}r");
  expect(onOpen).toHaveBeenCalledWith(copilot.id);
  expect(onReview).toHaveBeenCalledWith(copilot.id);
});

test("Space on a button presses the button", async () => {
  const { user } = await show({ team: [copilot, jasper] });
  await rowOf("Copilot");
  (await screen.findByRole("button", { name: "Filter" })).focus();
  await user.keyboard(" ");
  expect(await screen.findByRole("dialog")).toBeTruthy();
  expect(screen.queryByRole("complementary")).toBeNull();
});

test("a click on a head sorts best first, risk from low", async () => {
  const { user, calls } = await show({ team: [copilot, jasper] });
  await user.click(await screen.findByRole("button", { name: /^Risk/ }));
  const head = screen.getByRole("columnheader", { name: /^Risk/ });
  await waitFor(() => expect(head.getAttribute("aria-sort")).toBe("ascending"));
  await waitFor(() =>
    expect(calls.some(({ query }) => query.get("sort") === "overrun")).toBe(true),
  );
});
