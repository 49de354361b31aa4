import { sharedHosts } from "./likeness.js";

/** As sites are typed: "jasper.ai" means https://jasper.ai. */
export const addressOf = (text: string): string =>
  /^[a-z][a-z0-9+.-]*:/i.test(text) || !text.includes(".") ? text : `https://${text}`;

/** What ends a site that is written without https:// in the middle of a text. */
const endings =
  "ai|app|art|biz|cc|chat|cloud|cn|co|com|com\\.cn|com\\.hk|com\\.tw|co\\.jp|co\\.uk|de|design|dev|edu|eu|fm|fr|games|gg|health|hk|im|info|io|jp|kr|law|life|link|live|ltd|ly|me|net|net\\.cn|news|online|org|page|pro|sg|sh|site|so|space|store|studio|team|tech|to|tools|top|tv|tw|uk|us|vc|video|vip|wiki|work|world|xyz";
const stop = "\\s<>\"'`，。；：、！？（）【】《》「」『』“”‘’｜";
const schemed = new RegExp(`https?://[^${stop}]+`, "i");
const bare = new RegExp(
  `(?<![\\w@./-])(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+(?:${endings})(?![\\w-]|\\.[a-z0-9])(?::\\d{2,5})?(?:/[^${stop}]*)?`,
  "i",
);

export interface FoundAddress {
  /** With its scheme. */
  address: string;
  /** As it stood in the text. */
  typed: string;
  before: string;
  after: string;
}

/** Chinese words are often glued to the end of an address, and belong to it only after a sign; so are commas. */
const unglued = (typed: string) =>
  typed
    .replace(/(?<=[a-z0-9])\p{Script=Han}.*$/iu, "")
    .replace(/^((?:https?:\/\/)?[^/,]+),.*/i, "$1");

function untrailed(typed: string): string {
  const plain = typed.replace(/[.,;:!?*|]+$/, "");
  if (plain.endsWith(")") && !plain.includes("(")) return untrailed(plain.slice(0, -1));
  return plain.endsWith("]") && !plain.includes("[") ? untrailed(plain.slice(0, -1)) : plain;
}

/** The first address of a text: one with a scheme, else one that looks like a site ("jasper.ai"). */
export function findAddress(text: string): FoundAddress | null {
  const match = schemed.exec(text) ?? bare.exec(text);
  if (!match) return null;
  const typed = untrailed(unglued(match[0]));
  if (!/[^:/]/.test(typed.replace(/^https?:/i, ""))) return null;
  return {
    address: addressOf(typed),
    typed,
    before: text.slice(0, match.index),
    after: text.slice(match.index + typed.length),
  };
}

const generic = new Set(
  "www m app apps web get try go my use home beta en cn zh about docs blog chat ai".split(" "),
);
const suffix = new Set("com net org gov edu ac co or ne".split(" "));

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** "notion-ai" → "Notion AI". */
const titled = (text: string): string =>
  decoded(text)
    .split(/[-_+\s]+/)
    .map((word) => (word === "ai" ? "AI" : word.replace(/^[a-z]/, (c) => c.toUpperCase())))
    .join(" ")
    .trim();

/** Made by a machine: of letters and digits in no order. */
const idLike = (part: string) =>
  /^(?=.*[a-z])(?=.*[A-Z])\w{14,}$/.test(part) ||
  /^id\d+$/.test(part) ||
  /^\d+$/.test(part) ||
  (/\d/.test(part) && /^[\w-]{10,}$/.test(part));

function ownLabel(host: string): string | undefined {
  const labels = host.split(".");
  labels.pop();
  if (labels.length > 1 && suffix.has(labels.at(-1) ?? "")) labels.pop();
  return labels.find((label) => !generic.has(label)) ?? labels.at(-1);
}

/** A readable name for a site of which nothing else is known. */
export function nameOfAddress(address: string): string {
  const [, typedHost = "", path = "", query = ""] =
    /^(?:https?:\/\/)?([^/?#:]+)(?::\d+)?([^?#]*)(\?[^#]*)?/i.exec(address) ?? [];
  const host = typedHost.toLowerCase().replace(/^www\./, "");
  const whole = `${host}${path.replace(/\/+$/, "")}`.slice(0, 80);
  if (!sharedHosts.has(host)) return titled(ownLabel(host) ?? "") || whole;
  const packaged = /[?&]id=([\w.]+)/.exec(query)?.[1]?.split(".").at(-1);
  const thing = packaged ?? path.split("/").findLast((part) => part !== "" && !idLike(part));
  return thing && thing.length > 1 ? titled(thing) : whole;
}
