import { expect, pageOf, setUp, test } from "./house";

test.use({ called: "zzshots" });
const out = "/tmp/rounds-shots";

test("shots", async ({ browser, house }) => {
  test.setTimeout(300_000);
  const ada = await setUp(house, true);
  const host = await pageOf(browser, house, ada);
  const url = (at: string) => `${house.url}/api/v1${at}`;
  const post = async (page: typeof host, at: string, data?: object) => {
    const answer = await page.request.post(url(at), { data });
    if (!answer.ok()) throw new Error(`${at} ${await answer.text()}`);
    return answer.json();
  };
  const users: (typeof host)[] = [];
  for (const name of ["Bo Lindqvist", "陈晓", "Dana"]) {
    const { token } = await post(host, "/invitations", { role: "reviewer" });
    const user = { name, email: `u${users.length}@example.com`, password: "battery staple" };
    await house.request("/api/v1/invitations/accept", { token, ...user });
    users.push(await pageOf(browser, house, user));
  }
  const queue = await (await host.request.get(url("/reviews/queue"))).json();
  const ranking = await (await host.request.get(url("/ranking?limit=3"))).json();
  const ids = [
    queue.items[0].id,
    queue.items[1].id,
    ...ranking.items.map((i: { id: string }) => i.id),
  ];
  const round = await post(host, "/rounds", {
    name: "Tuesday partners",
    on: "2026-11-24",
    topic: "Wrappers and moats",
    candidateIds: ids,
  });
  const base = `${house.url}/t/tide/rounds`;
  const shot = async (page: typeof host, name: string) => {
    await page.waitForTimeout(700);
    await page.screenshot({ path: `${out}/${name}.png`, fullPage: true });
  };
  await host.goto(`${base}/${round.id}`);
  await shot(host, "round");
  await host.goto(base);
  await shot(host, "list");
  await post(host, `/rounds/${round.id}/start`);
  const iid = round.items[0].id;
  await post(host, `/rounds/${round.id}/items/${iid}/open`, { from: "waiting", current: null });
  const at = `${base}/${round.id}/meeting`;
  for (const page of users) await page.goto(at);
  await host.goto(at);
  const keys = ["habit", "pain", "assistant", "flywheel", "overrun"];
  const sign = async (page: typeof host, digits: string) => {
    const mine = url(`/candidates/${ids[0]}/reviews/mine`);
    const was = await page.request.get(mine);
    const headers = was.ok() ? { "if-match": was.headers()["etag"] ?? "" } : {};
    await page.request.put(mine, {
      headers,
      data: {
        summary: "In the meeting",
        scores: Object.fromEntries(
          keys.map((k, n) => [k, { score: Number(digits[n]), reason: "Because it is so." }]),
        ),
      },
    });
    const signed = await page.request.post(`${mine}/sign`);
    if (!signed.ok()) throw new Error(await signed.text());
  };
  await sign(users[0]!, "14432");
  await sign(users[1]!, "44432");
  await post(host, `/rounds/${round.id}/items/${iid}/timer`, { from: "open", seconds: 300 });
  await shot(host, "open-host");
  await post(host, `/rounds/${round.id}/items/${iid}/reveal`, { from: "open" });
  await sign(users[0]!, "24432");
  await sign(users[2]!, "55321");
  await post(host, `/rounds/${round.id}/items/${iid}/vote-open`, { from: "revealed" });
  await users[0]!.request.put(url(`/rounds/${round.id}/items/${iid}/vote`), {
    data: { outcome: "pass", reason: "Nobody pays for it twice." },
  });
  await host.request.put(url(`/rounds/${round.id}/items/${iid}/vote`), {
    data: { outcome: "invest", reason: null },
  });
  await shot(host, "vote-host");
  await shot(users[0]!, "vote-member");
  const looks = [
    ["dark", { colorScheme: "dark", locale: "en-US" }],
    ["zh", { locale: "zh-CN" }],
    ["phone", { locale: "zh-CN", viewport: { width: 390, height: 844 } }],
    ["phone-en", { locale: "en-US", viewport: { width: 390, height: 844 } }],
  ] as const;
  for (const [name, options] of looks) {
    const page = await pageOf(browser, house, ada, options);
    await page.goto(at);
    await shot(page, `vote-${name}`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    console.log(name, "sideways", wide);
    await page.close();
  }
  await post(host, `/rounds/${round.id}/items/${iid}/decision`, {
    from: "voting",
    outcome: "invest",
    reason: "The team ships weekly.",
    dueOn: "2027-01-15",
    exception: { reason: "We have known the founder for ten years." },
  });
  await shot(users[1]!, "decided");
  await post(host, `/rounds/${round.id}/close`);
  for (const [edition, lang] of [
    ["internal", "en"],
    ["internal", "zh"],
    ["lp", "en"],
  ]) {
    await host.goto(`${base}/${round.id}/memo?edition=${edition}&lang=${lang}`);
    await expect(host.getByRole("article")).toBeVisible();
    await shot(host, `memo-${edition}-${lang}`);
    await host.pdf({
      path: `${out}/memo-${edition}-${lang}.pdf`,
      preferCSSPageSize: true,
      printBackground: false,
    });
  }
  const phone = await pageOf(browser, house, ada, {
    viewport: { width: 390, height: 844 },
    locale: "zh-CN",
  });
  await phone.goto(`${base}/${round.id}/memo`);
  await shot(phone, "memo-phone");
  await phone.goto(base);
  await shot(phone, "list-phone");
  await host.goto(`${house.url}/t/tide/c/${ids[0]}`);
  await shot(host, "candidate");
});
