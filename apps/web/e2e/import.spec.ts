import type { Page } from "@playwright/test";
import { expect, pageOf, setUp, test } from "./house";

test.use({ called: "import" });

const names = ["Lexi 法务", "Murmur", "Otterly, Inc.", "灯塔笔记", "Parcel & Post", "Quill"];
const csv = [
  "\uFEFFname,website,description,section",
  ...names.map(
    (name, n) => `"${name}",https://p${n}.example.com/,What ${n} does,${n % 2 ? "Text" : "语音"}`,
  ),
].join("\r\n");
const file = { name: "products.csv", mimeType: "text/csv", buffer: Buffer.from(csv) };

async function toCheck(page: Page, base: string) {
  await page.goto(`${base}/import`);
  await page.locator("input[type=file]").setInputFiles(file);
  await page.getByRole("button", { name: "Next: Columns" }).click();
  const keep = page.getByRole("button", { name: "Keep section as team field" });
  await expect(page.getByRole("button", { name: "Check all rows" })).toBeVisible();
  if (await keep.isVisible()) await keep.click();
  await page.getByRole("button", { name: "Check all rows" }).click();
  await expect(page.getByRole("heading", { name: "What would happen" })).toBeVisible();
}

test("a list is imported with its own columns, recognised when it comes again, and undone", async ({
  browser,
  house,
}) => {
  const page = await pageOf(browser, house, await setUp(house, false));
  const base = `${house.url}/t/tide`;
  await toCheck(page, base);
  await page.getByRole("button", { name: `Import ${names.length}` }).click();
  await expect(page.getByRole("heading", { name: /has been imported/ })).toBeVisible();
  const done = page.url();

  await page.goto(`${base}/candidates`);
  await expect(page.getByText(`${names.length} candidates`)).toBeVisible();
  for (const name of names)
    await expect(page.getByRole("link", { name, exact: true })).toBeVisible();
  await page.getByRole("grid").getByRole("row").nth(1).getByRole("link").click();
  await expect(page.getByText("section", { exact: true })).toBeVisible();

  await toCheck(page, base);
  await expect(page.getByText("There is nothing to import with these choices.")).toBeVisible();

  await page.goto(done);
  await page.getByRole("button", { name: "Undo the import" }).click();
  await expect(page.getByRole("heading", { name: /has been undone/ })).toBeVisible();
  await page.goto(`${base}/candidates`);
  await expect(page.getByRole("grid")).toBeHidden();
});
