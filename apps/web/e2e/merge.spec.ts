import { expect, pageOf, setUp, test } from "./house";

test.use({ called: "merge" });

test("two candidates become one, with the facts chosen, and two again", async ({
  browser,
  house,
}) => {
  const owner = await setUp(house, false);
  const page = await pageOf(browser, house, owner);
  const enter = async (facts: object): Promise<string> => {
    const answer = await page.request.post(`${house.url}/api/v1/candidates`, {
      data: facts,
      headers: { origin: house.url },
    });
    return (await answer.json()).id;
  };
  const from = await enter({
    name: "Jasper AI",
    website: "https://jasper.ai",
    thesis: "Old words",
  });
  const into = await enter({ name: "Jasper", thesis: "New words", buyer: "Marketing" });
  const team = "tide";
  await page.goto(`${house.url}/t/${team}/c/${from}`);
  await page.getByRole("link", { name: "Merge…" }).click();
  await page.getByRole("button", { name: "Compare with Jasper" }).click();
  const thesis = page.getByRole("radiogroup", { name: "Thesis in one line" });
  await expect(thesis.getByRole("radio", { name: "Jasper", exact: true })).toBeChecked();
  await thesis.getByRole("radio", { name: "Jasper AI" }).check();
  const website = page.getByRole("radiogroup", { name: "Website" });
  await expect(website.getByRole("radio", { name: "Jasper AI" })).toBeChecked();
  await page.getByRole("button", { name: "Merge", exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/c/${into}`));
  await expect(page.getByRole("main").getByText("Old words")).toBeVisible();
  await page.goto(`${house.url}/t/${team}/c/${from}`);
  await expect(page).toHaveURL(new RegExp(`/c/${into}`));
  await page.getByRole("link", { name: "Merge…" }).click();
  await page.getByRole("button", { name: "Undo the merge of Jasper AI" }).click();
  await expect(page.getByText("The merge is undone")).toBeVisible();
  await page.goto(`${house.url}/t/${team}/c/${from}`);
  await expect(page.getByRole("heading", { level: 1, name: "Jasper AI" })).toBeVisible();
  await expect(page.getByRole("main").getByText("Old words")).toBeVisible();
});
