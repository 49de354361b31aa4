import { deeds, expect, pageOf, setUp, test } from "./house";
import { sign } from "./scoring";

test.use({ called: "discussion" });

const kim = { name: "金 Kim", email: "kim@example.com", password: "battery staple" };

test("two members: comment, mention, see it live, resolve; disagree side by side, champion", async ({
  browser,
  house,
}) => {
  test.slow();
  const ada = await setUp(house, false);
  const page = await pageOf(browser, house, ada);
  const owner = deeds(page, house);
  const { token } = await owner<{ token: string }>("POST", "/invitations", { role: "reviewer" });
  await house.request("/api/v1/invitations/accept", { token, ...kim });
  const guest = await pageOf(browser, house, kim);
  const { id } = await owner<{ id: string }>("POST", "/candidates", {
    name: "讲书猫",
    thesis: "A cat that reads",
  });
  await owner("POST", `/candidates/${id}/stage`, { stage: "review" });
  const quote = {
    kind: "quote",
    text: "We open it daily. 用户每天都用。And pay.",
    title: "Call 3",
  };
  await owner("POST", `/candidates/${id}/evidence`, quote);
  await sign(owner, id, [5, 3, 3, 3, 2], "I love it,");

  const at = `${house.url}/t/tide/c/${id}`;
  await guest.goto(at);
  await expect(guest.getByText("Comments follow the reviews: you'll see them")).toBeVisible();

  await page.goto(at);
  const field = page.getByRole("textbox", { name: "Comment", exact: true });
  await field.pressSequentially("请@金");
  await expect(page.getByRole("option", { name: kim.name })).toBeVisible();
  await field.evaluate((element) => {
    const init = { key: "Enter", bubbles: true, cancelable: true, isComposing: true };
    element.dispatchEvent(new KeyboardEvent("keydown", init));
    element.dispatchEvent(new KeyboardEvent("keydown", { ...init, ctrlKey: true }));
  });
  await expect(field).toHaveValue("请@金");
  await field.press("Enter");
  await expect(field).toHaveValue(`请@${kim.name} `);
  await field.pressSequentially("看 **这里** <script>window.ran = 1</script>");
  await page.reload();
  await expect(field).toHaveValue(/^请@金 Kim 看/, { timeout: 30_000 });
  await page.getByRole("button", { name: "Cite", exact: true }).last().click();
  await page.getByRole("button", { name: "用户每天都用。" }).click();
  await page.getByRole("button", { name: "Cite these words" }).click();
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(page.getByRole("region", { name: "Preview" }).getByText("@金 Kim")).toBeVisible();
  await field.press("Control+Enter");
  const comment = page.getByRole("article", { name: `Comment by ${ada.name}` });
  await expect(comment.getByText("<script>window.ran = 1</script>")).toBeVisible();
  await expect(comment.locator("strong", { hasText: "这里" })).toBeVisible();
  await expect(comment.locator("q")).toHaveText("用户每天都用。");
  await expect(field).toHaveValue("");
  expect(await page.evaluate(() => "ran" in window)).toBe(false);

  await sign(deeds(guest, house), id, [1, 3, 3, 3, 2], "I doubt it,");
  const seen = guest.getByRole("article", { name: `Comment by ${ada.name}` });
  await expect(seen).toBeVisible();
  await guest.getByRole("button", { name: "Answer" }).click();
  await guest.getByRole("textbox", { name: "Your answer" }).fill("看到了。");
  await guest.getByRole("button", { name: "Answer" }).click();
  await expect(page.getByText("看到了。")).toBeVisible();

  await comment.getByRole("button", { name: "Edit" }).click();
  await page.getByRole("textbox", { name: "Your comment" }).fill("Look, it reads.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(seen.getByText("Look, it reads.")).toBeVisible();
  await seen.getByRole("button", { name: "edited" }).click();
  await expect(guest.getByRole("dialog").locator("ins").first()).toBeVisible();
  await guest.keyboard.press("Escape");
  await page.getByRole("button", { name: "Resolve" }).click();
  await expect(guest.getByText(`Resolved by ${ada.name}`)).toBeVisible();
  await expect(seen).toBeHidden();
  await guest.getByRole("button", { name: "Show", exact: true }).click();
  await expect(seen).toBeVisible();

  await owner("POST", `/candidates/${id}/reveal`);
  const apart = guest.getByRole("region", { name: "Disagreement" });
  await expect(apart.getByRole("region", { name: "Lowest score" })).toContainText(
    "I doubt it, habit",
  );
  await expect(apart.getByRole("region", { name: "Highest score" })).toContainText(
    "I love it, habit",
  );
  await guest.getByRole("button", { name: "Champion it" }).click();
  await guest.getByRole("textbox", { name: /Why you back it/ }).fill("Nobody else reads aloud.");
  await guest.getByRole("button", { name: "Champion it" }).click();
  await expect(page.getByText(`${kim.name} champions it`)).toBeVisible();
  await apart.getByRole("button", { name: "Settle it" }).click();
  await guest
    .getByRole("textbox", { name: "What was settled, in a sentence" })
    .fill("Three calls.");
  await guest.getByRole("button", { name: "Settle it" }).click();
  await expect(page.getByText("Three calls.")).toBeVisible();
  await field.fill("Ask @nobody about it");
  await expect(page.getByText("“@nobody” mentions nobody")).toBeVisible();
  await page.getByRole("button", { name: "History of scores" }).click();
  await expect(page.getByRole("dialog").getByText("I doubt it, habit")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "Non-consensus" }).click();
  await expect(page.getByRole("link", { name: "讲书猫" })).toBeVisible();
  await expect(page.getByText(`Championed by ${kim.name}`)).toBeVisible();
});
