import type { Browser, Page } from "@playwright/test";
import { type Deed, deeds, expect, type House, pageOf, setUp } from "./house";

export const at = (house: House, path: string) => `${house.url}/t/tide/${path}`;

const names = ["Bo", "Chen", "Dana", "Eve", "Fay", "Gus"] as const;

export interface Mate {
  id: string;
  name: string;
  page: Page;
  deed: Deed;
}

/** Takes the invitation as a newcomer does: by the link, in a browser that nobody has used. */
async function accept(browser: Browser, link: string, name: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(link);
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("E-mail").fill(`${name.toLowerCase()}@example.com`);
  await page.getByLabel("Choose a password").fill("battery staple");
  await page.getByRole("button", { name: "Join the team" }).click();
  await expect(page).toHaveURL(/\/t\/tide/);
  return page;
}

/** The owner and six members, invited through the page one by one, each in a context of their own. */
export async function gather(browser: Browser, house: House): Promise<[Mate, ...Mate[]]> {
  const owner = await pageOf(browser, house, await setUp(house, false));
  await owner.goto(at(house, "settings"));
  const pages = new Map([["Ada", owner]]);
  const shown = owner.locator("input[value*='/invite?token=']");
  let last = "";
  for (const name of names) {
    await owner.getByRole("button", { name: "Create link" }).click();
    await expect(shown).not.toHaveValue(last);
    last = await shown.inputValue();
    pages.set(name, await accept(browser, last, name));
  }
  const used = await (await browser.newContext()).newPage();
  await used.goto(last);
  await expect(used.getByText("This invitation can't be used")).toBeVisible();
  await used.context().close();
  const { items } = await deeds(owner, house)<{ items: { id: string; name: string }[] }>(
    "GET",
    "/members",
  );
  const team = [...pages].map(([name, page]) => {
    const id = items.find((member) => member.name === name)?.id ?? "";
    return { id, name, page, deed: deeds(page, house) };
  });
  expect(team.filter(({ id }) => id !== "")).toHaveLength(7);
  return team as [Mate, ...Mate[]];
}

/** Thirty candidates in Review, by name. */
export async function enter({ deed }: Mate): Promise<Map<string, string>> {
  const candidates = Array.from({ length: 30 }, (_, n) => ({
    name: `Hull ${String(n + 1).padStart(2, "0")}`,
    thesis: `A hull of the shape ${n + 1}`,
    tags: ["fleet"],
  }));
  await deed("POST", "/candidates/capture", { candidates });
  const change = { filter: { tag: "fleet" }, change: { stage: "review" } };
  await deed("POST", "/candidates/bulk", change);
  const { items } = await deed<{ items: { id: string; name: string }[] }>(
    "GET",
    "/candidates?limit=100",
  );
  return new Map(items.map(({ id, name }) => [name, id]));
}

/** Three reviewers for each, drawn by the house, through the page. */
export async function assignEvenly(house: House, { page }: Mate) {
  await page.goto(at(house, "candidates?tag=fleet"));
  await expect(page.getByText("30 candidates")).toBeVisible();
  await page.getByRole("checkbox", { name: "Select all loaded rows" }).check();
  await page.getByRole("button", { name: "Assign…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("Evenly").click();
  await expect(dialog.getByLabel("Reviewers a candidate")).toHaveValue("3");
  const loads = dialog.getByRole("region", { name: "What each would have" });
  await expect(loads.getByRole("listitem")).toHaveCount(7);
  for (const load of await loads.getByRole("listitem").all())
    await expect(load).toContainText(/\+1[23]$/);
  await dialog.getByRole("button", { name: "Assign 90" }).click();
  await expect(page.getByText("90 assignments made")).toBeVisible();
}
