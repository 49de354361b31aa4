import type { Browser, Page } from "@playwright/test";
import { expect, type House, pageOf, setUp, test } from "./house";

test.use({ called: "meeting" });

const api = (house: House, at: string) => `${house.url}/api/v1${at}`;
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** Comes in by an invitation link of the owner's, and signs in. */
async function join(browser: Browser, owner: Page, house: House, name: string, options = {}) {
  const user = { name, email: `${name.toLowerCase()}@example.com`, password: "battery staple" };
  const made = await owner.request.post(api(house, "/invitations"), { data: { role: "reviewer" } });
  const { token } = await made.json();
  await house.request("/api/v1/invitations/accept", { token, ...user });
  return pageOf(browser, house, user, options);
}

async function candidate(owner: Page, house: House, name: string) {
  const made = await owner.request.post(api(house, "/candidates"), { data: { name } });
  const { id } = await made.json();
  await owner.request.post(api(house, `/candidates/${id}/stage`), { data: { stage: "review" } });
  return id as string;
}

/** Five keys and in, as one does in a meeting. */
async function mark(page: Page, digits: string) {
  const form = page.getByRole("region", { name: "My marks" });
  const rows = form.getByRole("group");
  for (const [at, digit] of [...digits].entries())
    await rows.nth(at).getByText(digit, { exact: true }).click();
  await form.getByRole("button", { name: /I’m in|Sign again/ }).click();
  await expect(form.getByText("You are in")).toBeVisible();
}

test("a meeting of five browsers: private marks, one reveal for all within a second, a vote, a decision, a memo", async ({
  browser,
  house,
}) => {
  test.setTimeout(240_000);
  const ada = await setUp(house, false);
  const host = await pageOf(browser, house, ada);
  await candidate(host, house, "讲书猫");
  await candidate(host, house, "Kiln");
  const members = [];
  for (const name of ["Bo", "Chen", "Dana"]) members.push(await join(browser, host, house, name));
  members.push(await join(browser, host, house, "Eve", phone));
  const [bo, chen, dana, eve] = members as [Page, Page, Page, Page];

  await host.goto(`${house.url}/t/tide/rounds`);
  await host.getByRole("button", { name: "New round" }).click();
  await host.getByLabel("Name").fill("Tuesday");
  for (const name of ["讲书猫", "Kiln"]) await host.getByLabel(name).check();
  await host.getByRole("button", { name: "Make the round" }).click();
  await host.getByRole("button", { name: "Start the meeting" }).click();
  await expect(host).toHaveURL(/\/meeting$/);
  const address = host.url();
  for (const page of members) await page.goto(address);
  await expect(host.getByRole("list", { name: "5 here" })).toBeVisible();

  await host.getByRole("button", { name: "讲书猫" }).click();
  for (const page of members)
    await expect(page.getByRole("heading", { name: "讲书猫" })).toBeVisible();
  await mark(bo, "24332");
  await mark(chen, "43432");
  await mark(dana, "55443");
  await mark(eve, "33333");
  await expect(host.getByText("4 of 5 in")).toBeVisible();
  await expect(bo.getByRole("table")).toHaveCount(0);

  await test.step("the host's browser dies in the middle: nothing is lost", async () => {
    await host.getByRole("textbox", { name: "Why", exact: true }).fill("Half a reason");
    await host.close({ runBeforeUnload: false });
  });
  const again = await pageOf(browser, house, ada);
  await again.goto(address);
  await expect(again.getByText("4 of 5 in")).toBeVisible();

  await test.step("the reveal reaches all five within a second", async () => {
    const reveal = again.getByRole("button", { name: /^Reveal 4/ });
    await expect(reveal).toBeEnabled();
    // By the clocks of the pages: from the press to the table's being there.
    const pressed = again.evaluate(
      () =>
        new Promise<number>((tell) =>
          document.addEventListener("click", () => tell(Date.now()), { capture: true, once: true }),
        ),
    );
    const seen = [again, ...members].map((page) =>
      page.evaluate(
        () =>
          new Promise<number>((tell) => {
            const there = () => document.querySelector("main table") && tell(Date.now());
            new MutationObserver(there).observe(document.body, { childList: true, subtree: true });
          }),
      ),
    );
    await reveal.click();
    const started = await pressed;
    const took = (await Promise.all(seen)).map((at) => at - started);
    console.log(`The reveal reached five browsers after ${took.join(", ")} ms.`);
    expect(Math.max(...took)).toBeLessThan(1000);
  });
  for (const name of ["Bo", "Chen", "Dana", "Eve"])
    await expect(eve.getByRole("table").getByText(name).first()).toBeVisible();

  // Bo thinks again: an amendment of the same review.
  await mark(bo, "3");
  await expect(again.getByText("2→3")).toBeVisible();

  await again.getByRole("button", { name: /^Open the vote/ }).click();
  await eve.getByRole("textbox", { name: /^Why/ }).fill("Nobody pays for it");
  await eve.getByRole("button", { name: "Pass", exact: true }).click();
  await expect(eve.getByText("Pass 1")).toBeVisible();
  await expect(again.getByText("1 of 5 have voted.")).toBeVisible();
  await bo.getByRole("button", { name: "Watch", exact: true }).click();
  await again.getByRole("region", { name: "Vote" }).getByRole("button", { name: "Watch" }).click();
  await again.getByRole("textbox", { name: "Why", exact: true }).fill("Too early to say");
  await again.getByLabel("Who carries it out").selectOption({ label: "Chen" });
  await again.getByLabel("By when").fill("2027-01-15");
  await again.getByRole("button", { name: "Decide: Watch" }).click();
  for (const page of [again, ...members]) {
    await expect(page.getByText("Minority report")).toBeVisible();
    await expect(page.getByText("Nobody pays for it")).toBeVisible();
  }

  await test.step("a latecomer gets all of it; a lost line says so and comes back", async () => {
    await dana.reload();
    await expect(dana.getByText("Too early to say")).toBeVisible();
    await chen.context().setOffline(true);
    await expect(chen.getByText("Connection lost, trying again")).toBeVisible();
    await chen.context().setOffline(false);
    await expect(chen.getByText("Connection lost, trying again")).toHaveCount(0);
  });

  await again.getByRole("button", { name: "Close the round" }).click();
  await again.getByRole("dialog").getByRole("button", { name: "Close the round" }).click();
  await again.getByRole("link", { name: "Memo" }).click();
  await expect(again.getByText("Nobody pays for it")).toBeVisible();
  await expect(again.getByText(/not the house’s position/)).toBeVisible();
  await again.getByRole("link", { name: "中文" }).click();
  await expect(again.getByText("少数意见")).toBeVisible();
  await again.getByRole("link", { name: "For LPs" }).click();
  await expect(again.getByRole("article")).toContainText("讲书猫");
  for (const word of ["Eve", "Chen", "Nobody pays", "Too early"])
    await expect(again.getByRole("article")).not.toContainText(word);
});
