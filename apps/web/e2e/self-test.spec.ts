import { expect, pageOf, setUp, test } from "./house";

test.use({ called: "self-test" });

test("weights that break what the cases taught are red with their reason; LangChain above Notion AI as well", async ({
  browser,
  house,
}) => {
  const page = await pageOf(browser, house, await setUp(house, true));
  await page.goto(`${house.url}/t/tide/lab/self-test`);
  await expect(page.getByText("6 of 6 expectations hold")).toBeVisible();
  const verdict = (name: string) =>
    page
      .getByRole("list", { name: "What the reference cases taught" })
      .getByRole("listitem")
      .filter({ has: page.getByRole("heading", { name }) });
  const notion = verdict("Notion AI above LangChain");
  await expect(notion).toContainText("under any weights");
  await expect(notion).toContainText("L75");

  await page.goto(`${house.url}/t/tide/lab/self-test?weights=0,0,1,0,0`);
  await expect(verdict("Typeface above Jasper")).toContainText(
    "Broken: Jasper leads by 20.0 points",
  );
  await expect(page.getByText("1 of 6 expectations hold")).toBeVisible();

  await page.goto(`${house.url}/t/tide/lab/self-test`);
  const pain = page.getByLabel(/^LangChain: .*[Pp]ain/);
  await pain.focus();
  await pain.press("5");
  await expect(page).toHaveURL(/cases=langchain\.35315/);
  await expect(notion).toContainText("No single weight turns it round.");
  await page.goto(`${page.url()}&weights=1,97,1,1,0`);
  await expect(notion).toContainText(/Broken: LangChain leads by .* points/);
  await expect(notion).toContainText(/carries it most/);
  await page.reload();
  await expect(notion).toContainText(/Broken: LangChain leads/);
  await page.getByRole("button", { name: "The draft reading" }).click();
  await expect(notion).toContainText("under any weights");
  await page.context().close();
});
