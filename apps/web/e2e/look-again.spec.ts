import type { Release } from "@highwater/shared/tide/contract";
import { deeds, expect, pageOf, setUp, test } from "./house";
import { sign } from "./scoring";

test.use({ called: "look-again" });

test("whoever is asked to look again answers by signing, or by a reason why it stays unchanged", async ({
  browser,
  house,
}) => {
  const page = await pageOf(browser, house, await setUp(house, false));
  const deed = deeds(page, house);
  const revealed = async (name: string) => {
    const { id } = await deed<{ id: string }>("POST", "/candidates", {
      name,
      thesis: "Reads drawings.",
    });
    await deed("POST", `/candidates/${id}/stage`, { stage: "review" });
    await sign(deed, id, [3, 3, 3, 3, 3], "Signed alone:");
    await deed("PUT", `/candidates/${id}/reliance`, {
      items: [{ capability: "vision", share: 1 }],
    });
    return id;
  };
  const [signs, stays] = [await revealed("Signs again"), await revealed("Stays as it is")];
  const { id } = await deed<Release>("POST", "/releases", {
    name: { en: "Sharp eyes", zh: "慧眼" },
    ...{ on: "2030-01-01", vector: "model-maker", status: "announced" },
    raises: [{ capability: "vision", level: 95 }],
  });
  await deed("POST", `/releases/${id}/publish`);

  await page.goto(`${house.url}/t/tide/c/${signs}`);
  const card = page.getByRole("region", { name: "What it leans on" });
  await expect(card).toContainText("Sharp eyes submerges this candidate.");
  await card.getByRole("link", { name: "Review again" }).click();
  await expect(page).toHaveURL(/\/review$/);
  await expect(page.getByRole("radio").first()).toBeVisible();
  // The first key may come before the page listens: a person would press it again.
  await expect(async () => {
    await page.keyboard.press("4");
    await expect(page.getByRole("radio", { checked: true, name: /4/ }).first()).toBeVisible({
      timeout: 700,
    });
  }).toPass();
  await page.keyboard.press("Control+Enter");
  const answer = async (candidateId: string) => {
    const path = `/tide/re-reviews?open=false&candidateId=${candidateId}`;
    const { items } = await deed<{ items: { closedBy: string | null }[] }>("GET", path);
    return items.map(({ closedBy }) => closedBy);
  };
  await expect.poll(() => answer(signs)).toEqual(["signature"]);
  await page.goto(`${house.url}/t/tide/c/${signs}`);
  await expect(card).toContainText("Ada has signed again since Sharp eyes.");
  await expect(card).not.toContainText("submerges this candidate");

  await page.goto(`${house.url}/t/tide/c/${stays}`);
  const unchanged = card.getByRole("button", { name: "Leave it unchanged" });
  await unchanged.click();
  await expect(unchanged).toBeDisabled();
  await card.getByLabel("Why your score stands").fill("It reads drawings, not rooms.");
  await unchanged.click();
  await expect(card).toContainText("Ada leaves it unchanged after Sharp eyes:");
  await expect(card).toContainText("It reads drawings, not rooms.");
  expect(await answer(stays)).toEqual(["unchanged"]);
  await page.context().close();
});
