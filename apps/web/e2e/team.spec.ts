import type { RankingPage } from "@highwater/shared/ranking/contract";
import type { Locator, Page } from "@playwright/test";
import { expect, type House, test } from "./house";
import { scoreByKeyboard, sign, writeSummary } from "./scoring";
import { assignEvenly, at, enter, gather, type Mate } from "./team";

test.use({ called: "team" });

const love = "They open it before breakfast";
const doubt = "Nobody came back after a week";
interface Waiting {
  items: { id: string; assigned: boolean }[];
}

/** What a member can ask of the house that scores could show in, with the tags of the answers. */
async function seen({ page }: Mate, house: House, id: string): Promise<string[]> {
  const of = ["", "/reviews", "/comments", "/disagreements", "/activity", "/explanation"];
  const paths = [
    ...of.map((rest) => `/candidates/${id}${rest}`),
    ...["/candidates?sort=-updatedAt", "/candidates?q=hull", "/ranking?scope=team"],
    ...["/ranking?scope=mine", "/stages/board", "/disagreements", "/activity", "/reviews/queue"],
    ...["/notifications", "/assignments", "/assignments/progress", "/exports/candidates.csv"],
  ];
  const answers = [];
  for (const path of paths) {
    const answer = await page.request.get(`${house.url}/api/v1${path}`);
    expect(answer.status(), path).toBe(200);
    answers.push(`${path} ${answer.headers().etag} ${await answer.text()}`);
  }
  return answers;
}

/** The words of a page, without how long ago things were. */
const said = (main: Locator) =>
  main.evaluate((element) => {
    const copy = element.cloneNode(true) as HTMLElement;
    for (const time of copy.querySelectorAll("time")) time.remove();
    return copy.textContent;
  });

async function amend(house: House, mate: Mate, id: string, marks: number[], why: string) {
  const mine = `${house.url}/api/v1/candidates/${id}/reviews/mine`;
  const { etag } = (await mate.page.request.get(mine)).headers();
  await sign(mate.deed, id, marks, why, etag);
}

/** Before the own signature: what others change of their scores moves nothing that this member can see. */
async function staysBlind(house: House, blind: Mate, other: Mate, id: string) {
  const main = blind.page.getByRole("main");
  await blind.page.goto(at(house, `c/${id}`));
  await expect(main.getByText("2 of 3 signed")).toBeVisible();
  const answers = await seen(blind, house, id);
  const words = await said(main);
  await amend(house, other, id, [5, 5, 5, 5, 0], "All of it, twice:");
  expect(await seen(blind, house, id)).toEqual(answers);
  await blind.page.reload();
  await expect(main.getByText("2 of 3 signed")).toBeVisible();
  expect(await said(main)).toBe(words);
  for (const secret of [love, doubt, "All of it", '"mean":'])
    expect(answers.join("\n")).not.toContain(secret);
  await amend(house, other, id, [1, 3, 3, 3, 2], doubt);
}

async function reviewByKeys({ page }: Mate, digits: string, words: string, chord: string) {
  await expect(page.getByRole("radio").first()).toBeVisible();
  await scoreByKeyboard(page, digits);
  await writeSummary(page, words);
  await page.keyboard.press(chord);
}

/** From the queue, by keys: sign and go on to the next. */
async function workTheQueue(house: House, { page, ...mate }: Mate, count: number) {
  await page.goto(at(house, "queue"));
  await page.getByRole("link", { name: /^Start/ }).press("Enter");
  for (let n = 0; n < count; n += 1) {
    const heading = page.getByRole("heading", { level: 1 });
    await expect(heading).toHaveText(/Hull/);
    const name = await heading.innerText();
    await reviewByKeys({ page, ...mate }, "34321", `Seen at sea, ${n}`, "Control+Shift+Enter");
    await expect(heading).not.toHaveText(name);
  }
}

/** Whatever still waits for a member, through the API; of each candidate another opinion. */
async function signTheRest({ deed, name }: Mate, nth: number) {
  const { items } = await deed<Waiting>("GET", "/reviews/queue?limit=100");
  const mine = items.filter(({ assigned }) => assigned);
  for (const [index, { id }] of mine.entries()) {
    const level = (step: number) => 2 + ((index * step + nth) % 3);
    await sign(deed, id, [level(1), level(2), level(3), level(1), level(2)], `${name} thinks so:`);
  }
}

/** What Team ranks, as one member sees it. */
async function ranking({ deed }: Mate) {
  const { items } = await deed<RankingPage>("GET", "/ranking?scope=team&limit=100");
  return items.map(({ id, rank, total, criteria }) => ({ id, rank, total, criteria }));
}

async function mark(page: Page, digits: string) {
  const form = page.getByRole("region", { name: "My marks" });
  for (const [row, digit] of [...digits].entries())
    await form.getByRole("group").nth(row).getByText(digit, { exact: true }).click();
  await form.getByRole("button", { name: "I’m in" }).click();
  await expect(form.getByText("You are in")).toBeVisible();
}

const deciding = (host: Page) => host.locator("form").filter({ hasText: "Who carries it out" });

async function vote(page: Page, outcome: string, why = "") {
  const panel = page.getByRole("region", { name: "Vote" });
  if (why) await panel.getByRole("textbox", { name: /^Why/ }).fill(why);
  await panel.getByRole("button", { name: outcome, exact: true }).click();
  await expect(panel.getByRole("button", { name: outcome, exact: true })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
}

test("seven members: invited, 30 × 3 assigned, blind until signed, revealed, discussed, decided in a meeting", async ({
  browser,
  house,
}) => {
  test.setTimeout(300_000);
  const team = await gather(browser, house);
  const [ada] = team;
  const ids = await enter(ada);
  await assignEvenly(house, ada);

  const hull = ids.get("Hull 07") ?? "";
  const asked = await ada.deed<{ items: { member: { id: string } }[] }>(
    "GET",
    `/assignments?candidateId=${hull}`,
  );
  const reviewers = asked.items.map(({ member }) => team.find(({ id }) => id === member.id));
  const [first, second, third] = reviewers as [Mate, Mate, Mate];
  const outsider = team.find((mate) => mate !== ada && !reviewers.includes(mate)) as Mate;

  await test.step("blind until one's own signature; the last one reveals, and another sees it live", async () => {
    await sign(first.deed, hull, [5, 3, 3, 3, 2], love);
    await sign(second.deed, hull, [1, 3, 3, 3, 2], doubt);
    await staysBlind(house, third, second, hull);
    await outsider.page.goto(at(house, `c/${hull}`));
    await expect(outsider.page.getByText("2 of 3 signed")).toBeVisible();
    await third.page.goto(at(house, `c/${hull}/review`));
    await reviewByKeys(third, "33332", "In between.", "Control+Enter");
    const apart = outsider.page.getByRole("region", { name: "Disagreement" });
    await expect(apart.getByRole("region", { name: "Lowest score" })).toContainText(
      `${doubt} habit`,
    );
    await expect(apart.getByRole("region", { name: "Highest score" })).toContainText(
      `${love} habit`,
    );
  });

  await test.step("the other 87 reviews, two of them by keys", async () => {
    await workTheQueue(house, outsider, 2);
    for (const { page } of team) await page.goto("about:blank");
    await Promise.all(team.map(signTheRest));
    const rankings = await Promise.all(team.map(ranking));
    for (const one of rankings) expect(one).toEqual(rankings[0]);
    expect(rankings[0]).toHaveLength(30);
    await first.page.goto(at(house, ""));
    await expect(first.page.getByRole("row").filter({ hasText: "Hull" }).first()).toBeVisible();
  });

  await test.step("a comment with a mention reaches its member, who answers; resolved for all", async () => {
    for (const { page } of [first, second]) await page.goto(at(house, `c/${hull}`));
    const field = second.page.getByRole("textbox", { name: "Comment", exact: true });
    await field.pressSequentially(`Who has sailed it? @${outsider.name.slice(0, 2)}`);
    await second.page.getByRole("option", { name: outsider.name }).click();
    await field.press("Control+Enter");
    await outsider.page.goto(at(house, "notifications"));
    await expect(outsider.page.getByText(`${second.name} commented on Hull 07`)).toBeVisible();
    await outsider.page.goto(at(house, `c/${hull}`));
    await outsider.page.getByRole("button", { name: "Answer" }).click();
    await outsider.page.getByRole("textbox", { name: "Your answer" }).fill("I have, for a week.");
    await outsider.page.getByRole("button", { name: "Answer" }).click();
    await expect(second.page.getByText("I have, for a week.")).toBeVisible();
    await second.page.getByRole("button", { name: "Resolve" }).click();
    await expect(first.page.getByText(`Resolved by ${second.name}`)).toBeVisible();
  });

  await test.step("championed by the one who loves it, and found among the non-consensus", async () => {
    await first.page.getByRole("button", { name: "Champion it" }).click();
    await first.page.getByRole("textbox", { name: /Why you back it/ }).fill("It planes at once.");
    await first.page.getByRole("button", { name: "Champion it" }).click();
    await expect(second.page.getByText(`${first.name} champions it`)).toBeVisible();
    await second.page.getByRole("link", { name: "Non-consensus" }).click();
    await expect(second.page.getByRole("link", { name: "Hull 07" })).toBeVisible();
    await expect(second.page.getByText(`Championed by ${first.name}`)).toBeVisible();
  });
  await decide(house, team, { first, hull });
});

/** A round of two: what the reviews have revealed, and a latecomer that only the meeting marks. */
async function decide(
  house: House,
  team: [Mate, ...Mate[]],
  { first, hull }: { first: Mate; hull: string },
) {
  const [{ page: host, deed }, ...mates] = team;
  const late = await deed<{ id: string }>("POST", "/candidates", { name: "Latecomer" });
  await deed("POST", `/candidates/${late.id}/stage`, { stage: "review" });
  await host.goto(at(house, "rounds"));
  await host.getByRole("button", { name: "New round" }).click();
  await host.getByLabel("Name").fill("Thursday");
  await host.getByLabel("Hull 07").check();
  await host.getByRole("button", { name: "Make the round" }).click();
  await expect(host.getByRole("heading", { name: "Thursday" })).toBeVisible();
  const round = host.url();
  await host.goto(at(house, "candidates?q=Latecomer"));
  await host.getByRole("checkbox", { name: "Select Latecomer" }).check();
  await host.getByRole("button", { name: "Add to round…" }).click();
  await host.getByRole("menuitem", { name: /Thursday/ }).click();
  await expect(host.getByText("On the agenda of Thursday")).toBeVisible();
  await host.goto(round);
  await host.getByRole("button", { name: "Start the meeting" }).click();
  await expect(host).toHaveURL(/\/meeting$/);
  for (const { page } of mates) await page.goto(host.url());
  await expect(host.getByRole("list", { name: "7 here" })).toBeVisible();
  const [bo, chen, dana] = mates as [Mate, Mate, Mate];

  await test.step("what is revealed already goes to the vote: one dissents", async () => {
    await host.getByRole("button", { name: "Hull 07" }).click();
    await host.getByRole("button", { name: /^Open the vote/ }).click();
    await vote(chen.page, "Invest");
    await vote(dana.page, "Pass", "The yard has no second order");
    await vote(host, "Invest");
    await vote(bo.page, "Invest");
    await deciding(host).getByText("Invest", { exact: true }).click();
    await host.getByRole("textbox", { name: "Why", exact: true }).fill("It planes, and it sells");
    await host.getByRole("textbox", { name: /bars? it/ }).fill("Its yard has paid in advance");
    await host.getByLabel("Who carries it out").selectOption({ label: "Chen" });
    await host.getByLabel("By when").fill("2027-01-15");
    await host.getByRole("button", { name: "Decide: Invest" }).click();
    for (const { page } of mates) {
      await expect(page.getByText("Minority report")).toBeVisible();
      await expect(page.getByText("The yard has no second order")).toBeVisible();
    }
  });

  await test.step("the latecomer is marked in private, revealed for all at once, and decided", async () => {
    await host.getByRole("button", { name: "Latecomer" }).click();
    for (const { page } of mates)
      await expect(page.getByRole("heading", { name: "Latecomer" })).toBeVisible();
    await mark(bo.page, "43342");
    await mark(chen.page, "33233");
    await mark(dana.page, "24332");
    await expect(host.getByText("3 of 7 in")).toBeVisible();
    await expect(first.page.locator("main table")).toHaveCount(0);
    await host.getByRole("button", { name: /^Reveal 3/ }).click();
    for (const { page } of mates)
      await expect(page.getByRole("table").getByText("Dana").first()).toBeVisible();
    await deciding(host).getByText("Pass", { exact: true }).click();
    await host.getByRole("textbox", { name: "Why", exact: true }).fill("Too late for us");
    await host.getByRole("button", { name: "Decide: Pass" }).click();
    await expect(dana.page.getByText("Too late for us")).toBeVisible();
  });

  await host.getByRole("button", { name: "Close the round" }).click();
  await host.getByRole("dialog").getByRole("button", { name: "Close the round" }).click();
  await host.getByRole("link", { name: "Memo" }).click();
  const memo = host.getByRole("article");
  for (const words of [
    ...["Invest 3", "Pass 1", "It planes, and it sells", "carried out by Chen", "Minority report"],
    ...[
      "Its yard has paid in advance",
      "The yard has no second order",
      "It planes at once.",
      love,
      doubt,
      "Too late for us",
    ],
  ])
    await expect(memo).toContainText(words);
  await host.getByRole("link", { name: "For LPs" }).click();
  await expect(memo).toContainText(/opinions/);
  await expect(memo).toContainText("Hull 07");
  for (const words of ["It planes", "second order", "in advance", "Too late", love, doubt])
    await expect(memo).not.toContainText(words);
  for (const { name } of team) await expect(memo).not.toContainText(new RegExp(`\\b${name}\\b`));
  await bo.page.goto(at(house, `c/${hull}`));
  await expect(bo.page.getByText("The yard has no second order")).toBeVisible();
}
