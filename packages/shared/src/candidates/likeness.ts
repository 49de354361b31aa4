/** The URL of browsers and of Node alike; this package is compiled with the types of neither. */
declare const URL: new (
  address: string,
) => {
  readonly protocol: string;
  readonly hostname: string;
  readonly host: string;
  readonly pathname: string;
  readonly searchParams: { get(name: string): string | null };
};

/** Hosts of other people's things: without a path they name nobody. */
export const sharedHosts: ReadonlySet<string> = new Set([
  "github.com",
  "gitlab.com",
  "gitee.com",
  "bitbucket.org",
  "huggingface.co",
  "modelscope.cn",
  "apps.apple.com",
  "itunes.apple.com",
  "play.google.com",
  "chrome.google.com",
  "chromewebstore.google.com",
  "docs.google.com",
  "sites.google.com",
  "producthunt.com",
  "notion.so",
  "notion.site",
  "medium.com",
  "linkedin.com",
  "x.com",
  "twitter.com",
  "youtube.com",
  "crunchbase.com",
  "mp.weixin.qq.com",
]);

/** Where one parameter of the query is the thing's identity and the path is the same for all. */
const identity: ReadonlyMap<string, string> = new Map([
  ["play.google.com", "id"],
  ["youtube.com", "v"],
  ["mp.weixin.qq.com", "sn"],
]);

/** A web address with nothing in it that a URL's own rules would change: host in small letters, plain path. */
const plain =
  /^https?:\/\/((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63})((?:\/[A-Za-z0-9_~-]+)*)\/?$/;

/** Its host and path, or null where it has to be parsed to know. */
export function plainAddress(address: string): { host: string; path: string } | null {
  const [, host, path = ""] = address.length > 250 ? [] : (plain.exec(address) ?? []);
  return host === undefined || host.includes("xn--") ? null : { host, path };
}

/**
 * What makes two web addresses the same site: host without "www." and path without its last slash;
 * scheme, query and hash don't count (except the one parameter that names an app in a store).
 * An address without a scheme is read as https. Null when it can't be read as a web address, and for the
 * bare front page of a code host, store or network, which is nobody's own.
 */
export function websiteKey(address: string): string | null {
  const text = address.trim();
  const known = plainAddress(text);
  if (known) return keyOf(known.host, known.path, null);
  const url = parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`);
  if (!url || !/^https?:$/.test(url.protocol) || !url.hostname.includes(".")) return null;
  return keyOf(url.host, url.pathname, url.searchParams);
}

function keyOf(
  fullHost: string,
  fullPath: string,
  query: { get(name: string): string | null } | null,
): string | null {
  const host = fullHost.startsWith("www.") ? fullHost.slice(4) : fullHost;
  const path = fullPath.endsWith("/") ? fullPath.replace(/\/+$/, "") : fullPath;
  if (path === "" && sharedHosts.has(host)) return null;
  const parameter = identity.get(host);
  const thing = parameter === undefined ? null : query?.get(parameter);
  return thing ? `${host}${path}?${parameter}=${thing}` : `${host}${path}`;
}

function parse(address: string) {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}

const companyWords = new Set(["inc", "ltd", "llc", "co", "corp", "gmbh"]);
const companyEnding = /(?<=.)(?:(?:科技|股份)?有限(?:责任)?公司|公司)$/u;
/** What a product's name is often written with or without: Jasper, Jasper.ai, JasperAI. */
const endings = new Set(["ai", "app", "io", "com", "cn"]);

/** Most names: nothing to normalise, and no word at the end that only says "company". */
const plainName = /^[\x20-\x7e]*$/;
const companyLike = /(?:inc|ltd|llc|co|corp|gmbh)[^a-z0-9]*$/i;

/** The words of a name in lower case, without the words that only say "company" at its end. */
function wordsOf(name: string): string[] {
  const spaced = name.normalize("NFKC").replace(/(?<=[\p{Ll}\p{Lo}])AI$/u, " AI");
  const words = spaced.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  while (words.length > 1 && companyWords.has(words.at(-1) ?? "")) words.pop();
  return words;
}

/**
 * A name reduced to what tells it from others: NFKC, lower case, letters and digits only, without the
 * company words at its end (inc, ltd, llc, co, corp, gmbh, 公司, 有限公司, 科技有限公司) as long as
 * something remains. Empty for a name without a letter or digit.
 */
export const nameKey = (name: string): string =>
  plainName.test(name) && !companyLike.test(name)
    ? name.toLowerCase().replace(/[^a-z0-9]+/g, "")
    : wordsOf(name).join("").replace(companyEnding, "");

/** The key without one ending such as ".ai", unless fewer than three characters would remain. */
function stemOf(name: string): string {
  const words = wordsOf(name);
  if (words.length > 1 && endings.has(words.at(-1) ?? "")) {
    const stem = words.slice(0, -1).join("");
    if ([...stem].length >= 3) return stem.replace(companyEnding, "");
  }
  return nameKey(name);
}

/** Damerau-Levenshtein distance ≤ 1: one character put in, left out, changed, or two neighbours swapped. */
function oneEditApart(a: readonly string[], b: readonly string[]): boolean {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  const shorter = Math.min(a.length, b.length) - head;
  while (tail < shorter && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  const left = a.slice(head, a.length - tail);
  const right = b.slice(head, b.length - tail);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

/** Dice's coefficient of neighbouring pairs: 2·|A ∩ B| / (|A| + |B|), with multiplicity, 0-1. */
function dice(a: readonly string[], b: readonly string[]): number {
  const pairs = (list: readonly string[]) => list.slice(1).map((c, i) => `${list[i]}${c}`);
  const [left, right] = [pairs(a), pairs(b)];
  const all = left.length + right.length;
  const common = left.filter((pair) => {
    const at = right.indexOf(pair);
    if (at >= 0) right.splice(at, 1);
    return at >= 0;
  });
  return all === 0 ? 0 : (2 * common.length) / all;
}

const digits = (key: string): string => key.replace(/\P{N}/gu, "");

/**
 * Whether two names may well mean the same candidate: a hint to whoever enters one, never a merge.
 *
 *   equal keys, or equal stems (Notion AI, Notion), or
 *   stems of ≥ 5 characters with equal digits and first character, and
 *   Damerau-Levenshtein ≤ 1 or Dice of bigrams ≥ 0.85
 *
 * Why these: below five characters one letter is a different word (Rasa, Raza; 讲书猫, 讲书猫咪), so short
 * names match exactly or not at all. A slip seldom hits the first letter, while distinct brands often
 * differ just there (Notion, Motion; Jasper, Casper). Digits are versions and never slips (GPT-3, GPT-4).
 * Dice is for long names with two slips or a plural: 0.85 forgives about one changed letter in fifteen.
 */
export function nearSame(a: string, b: string): boolean {
  const [left, right] = [stemOf(a), stemOf(b)];
  if (left === "" || right === "") return false;
  if (left === right || nameKey(a) === nameKey(b)) return true;
  const [one, other] = [[...left], [...right]];
  const comparable =
    Math.min(one.length, other.length) >= 5 &&
    one[0] === other[0] &&
    digits(left) === digits(right);
  return comparable && (oneEditApart(one, other) || dice(one, other) >= 0.85);
}
