import fc from "fast-check";
import { nameKey, nearSame, plainAddress, websiteKey } from "./likeness.js";

describe("the same website", () => {
  test.each([
    "https://jasper.ai",
    "https://www.jasper.ai/",
    "http://JASPER.ai/?utm_source=x#pricing",
    "jasper.ai",
    "  WWW.jasper.ai//  ",
    "https://jasper.ai:443",
  ])("%j is jasper.ai", (address) => expect(websiteKey(address)).toBe("jasper.ai"));

  test("the path tells apart, its case too", () => {
    expect(websiteKey("https://github.com/langchain-ai/langchain/")).toBe(
      "github.com/langchain-ai/langchain",
    );
    expect(websiteKey("https://example.com/A")).toBe("example.com/A");
    expect(websiteKey("https://example.com/a")).toBe("example.com/a");
  });

  test("a subdomain and a port tell apart", () => {
    expect(websiteKey("https://app.example.com:8443/x")).toBe("app.example.com:8443/x");
  });

  test("a Chinese domain is one in both its spellings", () => {
    expect(websiteKey("https://百度.中国")).toBe(websiteKey("https://xn--wxtr44c.xn--fiqs8s"));
  });

  test.each([
    "https://github.com",
    "https://www.github.com/",
    "gitlab.com",
    "https://gitee.com/?tab=1",
    "https://bitbucket.org#x",
    "https://huggingface.co/",
    "https://apps.apple.com",
    "https://play.google.com/",
    "https://chrome.google.com",
    "https://chromewebstore.google.com",
    "https://www.producthunt.com",
    "https://www.notion.so/",
  ])("the front page %j is nobody's own", (address) => expect(websiteKey(address)).toBeNull());

  test("two apps of one store are two", () => {
    const app = (id: string) =>
      websiteKey(`https://play.google.com/store/apps/details?id=${id}&hl=zh`);
    expect(app("ai.jasper")).not.toBe(app("ai.copy"));
    expect(app("ai.jasper")).toBe("play.google.com/store/apps/details?id=ai.jasper");
  });

  test.each([
    "",
    "   ",
    "none",
    "not a site",
    "https://",
    "http://localhost:3000",
    "ftp://a.com",
    "javascript:alert(1)",
  ])("%j is no website", (address) => expect(websiteKey(address)).toBeNull());

  test("law: any text has a key or none, and a key is its own key", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "grapheme" }), fc.webUrl()), (address) => {
        const key = websiteKey(address);
        if (key !== null && !key.startsWith("www.")) expect(websiteKey(key)).toBe(key);
      }),
    );
  });
});

describe("the key of a name", () => {
  test.each([
    ["Copy AI", "copyai"],
    ["copy.ai", "copyai"],
    ["ＡＩ 输入法", "ai输入法"],
    ["Café—Bot!", "cafébot"],
    ["Cafe\u0301 Bot", "cafébot"],
    ["Acme, Inc.", "acme"],
    ["Acme Co., Ltd.", "acme"],
    ["Zinc", "zinc"],
    ["Taco", "taco"],
    ["Corp", "corp"],
    ["Co Inc", "co"],
    ["SAP GmbH", "sap"],
    ["讲书猫科技有限公司", "讲书猫"],
    ["讲书猫有限公司", "讲书猫"],
    ["讲书猫公司", "讲书猫"],
    ["公司", "公司"],
    ["科技有限公司", "科技"],
    ["🦊!?", ""],
  ])("%j is %j", (name, key) => expect(nameKey(name)).toBe(key));
});

describe("probably the same candidate", () => {
  test.each([
    ["copy.ai", "Copy AI"],
    ["Jasper", "Jasper.ai"],
    ["Jasper", "JasperAI"],
    ["Notion AI", "Notion"],
    ["Character.AI", "Character"],
    ["讲书猫", "讲书猫AI"],
    ["讲书猫", "讲书猫科技有限公司"],
    ["Midjourney", "Midjourny"],
    ["LangChain", "Lang Chain"],
    ["Typeface", "Tpyeface"],
    ["GitHub Copilot", "Github Co-Pilot"],
    ["Typeface Inc", "Typefaces"],
    ["GPT-4", "gpt 4"],
    ["老年语音打车", "老年人语音打车"],
    ["Counselling assistant for schools", "Counseling assistants for schools"],
  ])("%s and %s", (a, b) => expect(nearSame(a, b)).toBe(true));

  test.each([
    ["GPT-3", "GPT-4"],
    ["Midjourney v4", "Midjourney v5"],
    ["讲书猫", "讲书猫咪"],
    ["Notion", "Motion"],
    ["Jasper", "Casper"],
    ["Rasa", "Raza"],
    ["Jasper", "Typeface"],
    ["Copilot", "Biotech copilot"],
    ["HR screening assistant", "Counselling assistant"],
    ["xAI", "X"],
    ["🦊", "🦉"],
    ["!!!", "???"],
    ["", ""],
  ])("not %s and %s", (a, b) => expect(nearSame(a, b)).toBe(false));

  test("one slip is forgiven from five letters on, two are not", () => {
    expect(nearSame("abcd", "abce")).toBe(false);
    expect(nearSame("abcde", "abcdf")).toBe(true);
    expect(nearSame("abcd", "abcde")).toBe(false);
    expect(nearSame("abcde", "xabcde")).toBe(false);
    expect(nearSame("abcdef", "abcdxy")).toBe(false);
    expect(nearSame("abcdef", "abxyef")).toBe(false);
    expect(nearSame("abcdef", "abcdefgh")).toBe(false);
    expect(nearSame("abcdef", "abdcfe")).toBe(false);
  });

  test("a likeness of exactly 0.85 is enough: 17 of 20 bigrams", () => {
    expect(nearSame("abcdefghijklmnopqrstu", "abxdefghijklmnopqrstx")).toBe(true);
  });

  test("two slips are forgiven in 28 letters, not in 27", () => {
    const [from, to] = ["abcdefghijklmnopqrstuvwxyzäö", "abxdefghijkzmnopqrstuvwxyzäö"];
    expect(nearSame(from, to)).toBe(true);
    expect(nearSame(from.slice(0, 27), to.slice(0, 27))).toBe(false);
  });

  const name = fc.string({ unit: fc.constantFrom(..."abAI1 .讲书-"), maxLength: 12 });

  test("law: likeness goes both ways", () => {
    fc.assert(fc.property(name, name, (a, b) => nearSame(a, b) === nearSame(b, a)));
  });

  test("law: a name with a letter is like itself, however it is spaced or shouted", () => {
    fc.assert(
      fc.property(name, (a) => {
        expect(nearSame(a, ` ${a}!`)).toBe(nameKey(a) !== "");
      }),
    );
  });
});

describe("what is plain is read without the long way, and the same", () => {
  const site = fc
    .tuple(
      fc.constantFrom("http://", "https://"),
      fc.string({ unit: fc.constantFrom(..."awx0-.n"), maxLength: 16 }),
      fc.constantFrom(".com", ".ai", ".0x1", ".1", ".xn--p1ai", "youtube.com", "github.com", ".c"),
      fc.string({ unit: fc.constantFrom(..."aB1/.-~_%:"), maxLength: 8 }),
    )
    .map(([scheme, host, end, path]) => `${scheme}${host}${end}${path && `/${path}`}`);

  // An empty query is dropped by the URL's own rules, and is nothing plain.
  test("an address", () => {
    fc.assert(
      fc.property(site, (address) => {
        expect(websiteKey(address)).toBe(websiteKey(`${address}?`));
        if (plainAddress(address)) expect(URL.canParse(address)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
    expect(plainAddress("https://www.jasper.ai/a/")).toEqual({ host: "www.jasper.ai", path: "/a" });
  });

  // A middle dot is no letter, and nothing plain.
  test("a name", () => {
    const unit = fc.constantFrom("co", "inc", "LLC", "AI", "a", "Z", "7", " ", ".", ",", "-");
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 8 }), (text) =>
        expect(nameKey(text)).toBe(nameKey(`·${text}`)),
      ),
      { numRuns: 2_000 },
    );
  });
});
