import { findAddress, nameOfAddress } from "./address.js";
import { nearSame } from "./likeness.js";

/** What a line says. A null name: an address alone. */
export interface Named {
  name: string | null;
  /** "Website: https://…" belongs to the name above it. */
  labelled?: boolean;
  website: string | null;
  note: string | null;
}

const bullet = new RegExp(
  [
    "[-–—*•·・▪◦●○■□◆◇★☆✓✔✅☑→>#]+(?!\\d)\\s*",
    "\\[[ xX]?\\]\\s*",
    "\\d{1,4}\\.(?!\\d)(?!(?:ai|app|cn|co|com|io|net|org)\\b)\\s*",
    "\\d{1,4}\\s*[)）、．]\\s*",
    "[(（](?:\\d{1,4}|[一二三四五六七八九十百]{1,4})[)）][、.．]?\\s*",
    "[一二三四五六七八九十百]{1,4}[、.．]\\s*",
    "[①-⑳]\\s*",
  ].join("|"),
  "iuy",
);

function withoutBullets(text: string): string {
  for (let rest = text, round = 0; ; round += 1) {
    bullet.lastIndex = 0;
    const [taken = ""] = bullet.exec(rest) ?? [];
    if (taken === "" || round === 3) return rest;
    rest = rest.slice(taken.length);
  }
}

/** Invisible characters, full-width letters and the marks of Markdown, as they come with copied text. */
const tidy = (text: string): string =>
  text
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, "")
    .replace(/[０-９Ａ-Ｚａ-ｚ]/g, (c) => c.normalize("NFKC"))
    .replace(/(https?)\s?[：:]\s?\/\//gi, "$1://")
    .replace(/\[([^[\]]{1,200})\]\((https?:\/\/[^\s()]+)\)/gi, "$1 $2")
    .replace(/\*\*|__|`/g, "")
    .replace(/\s+/g, " ")
    .trim();

const edge = "[\\s，,。；;：:、|｜~·—–-]";
const edges = new RegExp(`^${edge}+|${edge}+$`, "g");
/** A bracket that the address was taken out of. */
const torn = /^\s*[)）】\]>」]|[（(【[<「]\s*$/g;
/** What apps add to a shared link: 复制链接, 点击链接直接打开, via WeChat. */
const chatter =
  /(?<=^|[\s，。,；;：:！!】」》)）-])请?(?:点击|复制|打开|戳)[^，。,；;！!\s【】]{0,10}?(?:链接|网址|消息|口令|浏览器|微信|查看|打开|访问)[^，。,；;！!\s【】]{0,12}/g;
const chatterInEnglish = /\b(?:copy (?:the )?link|tap to (?:open|view)|(?:shared )?via wechat)\b/gi;
const siteLabel =
  /[\s，,；;|｜-]*(?:(?:官方)?网[站址]|官网|链接|地址|主页|(?:link|url|website|site|homepage)\s*(?=[：:]))\s*[：:是为]?\s*$/i;
const nameLabel =
  /^(?:(?:项目|产品|公司)?名称|项目|产品|公司|名字|标题|name|product|company|project|title|(?:推荐|分享|安利)[^：:，,]{0,10})\s*[：:]\s*/i;

/** How a message comes to what it shares: "@陈 推荐看看「…」", "check out …". */
const leadIn = new RegExp(
  [
    "^(?:@[^\\s@]{1,30}\\s+)*",
    "(?:check (?:this )?out|(?:have|take) a look at(?: this)?|look at this|",
    "(?:大家|快来?|可以|强烈)*(?:(?:推荐|分享|安利|看一?看|看一?下|试一?试|试一?下|关注|了解)(?:一下)?)*(?:快?看?这[个家])?)",
    '(?=[\\s「『《【“"a-z]|$)',
  ].join(""),
  "i",
);

const cleaned = (text: string): string =>
  text
    .replace(chatter, "")
    .replace(chatterInEnglish, "")
    .replace(siteLabel, "")
    .replace(torn, "")
    .replace(edges, "");

const quoted = /^[【「『《[“"]([^】」』》\]”"]{1,100})[】」』》\]”"]\s*(.*)$/s;
const separator =
  /\s+[-–~·]+\s+|\s*(?:—+|[|｜：；。，])\s*|:\s+|;\s+|,\s+(?!(?:inc|ltd|llc|co|corp|gmbh|limited|pte)\b)/i;
const aside = /^([^（(]{1,100}?)\s*[（(]([^（）()]+)[)）]$/;
const longestName = 80;

/** Several notes as one. */
export const joined = (...notes: (string | null | undefined)[]): string | null =>
  notes.filter((note) => note).join(" · ") || null;

const hasWord = (text: string) => /[\p{L}\p{N}]/u.test(text);

function nameAndNote(text: string): Pick<Named, "name" | "note"> {
  const shared = quoted.exec(text);
  if (shared) return { name: (shared[1] ?? "").trim(), note: trimmed(shared[2]) };
  const at = separator.exec(text);
  const name = at ? text.slice(0, at.index) : text;
  const rest = at ? trimmed(text.slice(at.index + at[0].length)) : null;
  if (name.length > longestName)
    return { name: `${text.slice(0, longestName - 20).trim()}…`, note: text };
  const inside = aside.exec(name);
  return inside ? { name: inside[1] ?? name, note: joined(inside[2], rest) } : { name, note: rest };
}

const trimmed = (text = "") => (hasWord(text) ? text.replace(edges, "") : null);

/** A line that holds an address: the name stands before it, or after it, or is the site itself. */
function aroundAddress(text: string): Named | null {
  const found = findAddress(text);
  if (!found) return null;
  const { address: website, typed } = found;
  const said = cleaned(found.before).replace(nameLabel, "");
  const lead = leadIn.exec(said)?.[0] ?? "";
  const head = said.slice(lead.length).replace(edges, "");
  const tail = cleaned(found.after);
  const after = joined(trimmed(lead), trimmed(tail));
  if (hasWord(head)) {
    const { name, note } = nameAndNote(head);
    return { name, website, note: joined(note, after) };
  }
  if (hasWord(lead)) return { name: nameOfAddress(website), website, note: after };
  const asName = /^https?:|^www\.|[/:]/i.test(typed) ? null : typed;
  const labelled = siteLabel.test(found.before);
  if (!after) return { name: labelled ? null : asName, website, note: null, labelled };
  const told = nameAndNote(after);
  if (asName !== null && !nearSame(told.name ?? "", nameOfAddress(website)))
    return { name: asName, website, note: after };
  return { ...told, website };
}

/** Who wrote when, above a message that was copied out of a chat. */
const chatHead = /^.{1,30}\s(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s+)?\d{1,2}:\d{2}(?::\d{2})?$/;

/** A name, an address, or both, with whatever else is said; null for a line that holds neither. */
export function readLine(raw: string): Named | null {
  const text = withoutBullets(tidy(raw));
  if (!hasWord(text) || chatHead.test(text)) return null;
  const around = aroundAddress(text);
  if (around) return around;
  const { name, note } = nameAndNote(text.replace(nameLabel, "").replace(edges, ""));
  return name !== null && hasWord(name) ? { name, website: null, note } : null;
}
