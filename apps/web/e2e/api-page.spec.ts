import { expect, test } from "./house";

test("the page of the API opens whole, with nothing refused", async ({ page, house }) => {
  const refused: string[] = [];
  page.on("console", (line) => line.type() === "error" && refused.push(line.text()));
  page.on("response", (answer) => answer.status() >= 400 && refused.push(answer.url()));
  await page.goto(`${house.url}/api/docs`);
  await expect(page.getByRole("heading", { name: /^Highwater/ })).toBeVisible();
  await expect(page.getByText("Figures of the process, for Prometheus")).toBeVisible();
  expect(refused).toEqual([]);
});
