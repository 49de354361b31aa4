import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, pageOf, setUp, test } from "./house";

test.use({ called: "capture" });
test.describe.configure({ mode: "serial" });

const thirty = `Jasper
copy.ai
https://www.midjourney.com/
1. Notion AI
2、讲书猫
- Runway - https://runwayml.com
• 豆包 https://www.doubao.com 复制链接
【秘塔AI搜索】没有广告，直达结果 https://metaso.cn
https://kimi.moonshot.cn Kimi 智能助手
一、沉浸式翻译：https://immersivetranslate.com/

公司名称\t官网\t一句话介绍\t城市
Typeface\ttypeface.ai\tBrand-safe copy\tSan Francisco
老年语音打车\t\t一句话叫车\t杭州
妙鸭相机\thttps://miaoya.example.cn\t"写真\n不用拍"\t
Harvey\twww.harvey.ai\t\tNew York

Character.AI
通义听悟｜会议纪要｜https://tingwu.aliyun.com
「即梦」https://jimeng.jianying.com 点击链接直接打开
Perplexity: answers with sources
Synthesia (https://www.synthesia.io)
360智脑
法律文书助手 https://falv.example.cn
Claude https://claude.ai
Eleven Labs https://elevenlabs.io – voices
GPT-3.5 wrapper for dentists
文心一言——百度
Tome | storytelling | https://tome.app
秘塔写作猫 https://xiezuocat.com/ 复制链接
Replika
https://yiyan.baidu.com/welcome
标题：智谱清言 网址：https://chatglm.cn
`;

let owner = { email: "", password: "" };
test.beforeAll(async ({ house }) => {
  owner = await setUp(house, false);
});

/** As the keyboard does it, wherever the focus stands. */
async function paste(page: Page, text: string) {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate((words) => navigator.clipboard.writeText(words), text);
  await page.keyboard.press("ControlOrMeta+v");
}

test("thirty lines pasted anywhere are checked and entered in one act, and known afterwards", async ({
  browser,
  house,
}) => {
  const page = await pageOf(browser, house, owner);
  await page.goto(`${house.url}/t/tide/rubric`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await paste(page, thirty);
  await expect(page).toHaveURL(/\/t\/tide\/new$/);
  const add = page.getByRole("button", { name: "Add 30 to Inbox" });
  await expect(add).toBeFocused();
  await expect(page.getByLabel("Name, line 13")).toHaveValue("Typeface");
  await expect(page.getByLabel("Website, line 13")).toHaveValue("https://typeface.ai");
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2aa", "wcag22aa"]).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.getByLabel("Name, line 29").fill("文心一言 App");
  await page.route("**/candidates/capture", (route) => route.abort());
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(page.getByRole("alert")).toContainText("can't be reached");
  await expect(page.getByLabel("Name, line 29")).toHaveValue("文心一言 App");
  await page.unroute("**/candidates/capture");
  await page.getByLabel("Website, line 1", { exact: true }).fill("not a site");
  await add.click();
  await expect(page.getByLabel("Website, line 1", { exact: true })).toBeFocused();
  await expect(page.getByText("Write the whole address")).toBeVisible();
  await page.getByLabel("Website, line 1", { exact: true }).fill("jasper.ai");
  await add.click();
  await expect(page).toHaveURL(/\/inbox$/);
  const inbox = page.getByRole("list", { name: "Inbox" }).getByRole("listitem");
  await expect(inbox).toHaveCount(30);
  await expect(inbox.first()).toContainText("Jasper");
  await expect(inbox.last()).toContainText("智谱清言");

  await page.getByRole("heading", { level: 1 }).click();
  await paste(page, thirty.replace("360智脑", "360智脑\nSuno https://suno.com"));
  await page.getByRole("button", { name: "Add 2 to Inbox" }).waitFor();
  await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(2);
  await expect(page.getByRole("link", { name: "Jasper", exact: true })).toHaveAttribute(
    "href",
    /\/t\/tide\/c\//,
  );
  await expect(page.getByText("similar name: 文心一言 App")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(inbox).toHaveCount(32);
});

test("a list in the name's field, and text that is too much for a paste", async ({
  browser,
  house,
}) => {
  const page = await pageOf(browser, house, owner);
  await page.goto(`${house.url}/t/tide/new`);
  await expect(page.getByLabel("Name", { exact: false }).first()).toBeFocused();
  await paste(page, "Alpha Writer\nBeta Writer https://beta.example");
  await page.getByRole("button", { name: "Add 2 to Inbox" }).waitFor();
  await page.getByRole("button", { name: "Back" }).click();
  await expect(page.getByLabel("Paste a list, a table or a message")).toHaveValue(/Beta Writer/);
  let asked = 0;
  page.on("request", (request) => {
    if (request.url().endsWith("/candidates/parse")) asked += 1;
  });
  await page.getByRole("heading", { level: 1 }).click();
  await paste(page, "A line of some length\n".repeat(50_000));
  await expect(page.getByRole("alert")).toContainText("200,000 characters");
  await expect(page.getByRole("link", { name: "Import a file" })).toBeVisible();
  expect(asked).toBe(0);
});

test("on a phone: a shared page opens New filled in, and Enter saves within five seconds", async ({
  browser,
  house,
}) => {
  const page = await pageOf(browser, house, owner, { viewport: { width: 390, height: 844 } });
  const shared = new URLSearchParams({
    title: "Pika | Idea to video",
    text: "https://pika.art/home",
  });
  await page.goto(`${house.url}/share?${shared}`);
  await expect(page).toHaveURL(/\/t\/tide\/new\?name=Pika/);
  await expect(page.getByRole("textbox", { name: "Name" })).toHaveValue("Pika");
  await expect(page.getByRole("textbox", { name: "Website" })).toHaveValue("https://pika.art/home");
  await expect(page.getByRole("textbox", { name: "Notes" })).toHaveValue("Idea to video");
  await page.goto(`${house.url}/t/tide/new`);
  const name = page.getByRole("textbox", { name: "Name" });
  await expect(name).toBeFocused();
  const begun = Date.now();
  await page.keyboard.type("Suki the scribe");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Suki the scribe");
  expect(Date.now() - begun).toBeLessThan(5000);
});

test("the manifest names icons that are there", async ({ browser, house }) => {
  const page = await pageOf(browser, house, owner);
  await page.goto(`${house.url}/t/tide/`);
  const address = await page.locator("link[rel=manifest]").getAttribute("href");
  const manifest = await (await page.request.get(`${house.url}${address}`)).json();
  expect(manifest.share_target).toMatchObject({ action: "/share", method: "GET" });
  for (const { src, type } of manifest.icons) {
    const { headers } = await fetch(`${house.url}${src}`);
    expect(headers.get("content-type")).toBe(type);
  }
});
