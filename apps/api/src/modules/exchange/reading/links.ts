import type ExcelJS from "exceljs";
import { unpacked } from "./zip.js";

/** The web address behind each cell of a sheet that is a link, by the cell's own name ("B2"). */
export type Links = ReadonlyMap<string, string>;

const none: Links = new Map();
const signs: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

const decoded = (text: string) =>
  text.replace(/&(?:#(\d+)|(amp|lt|gt|quot|apos));/g, (_, code?: string, name?: string) =>
    code === undefined ? (signs[name ?? ""] ?? "") : String.fromCodePoint(Number(code)),
  );

/** The attributes of each element of a name, without their prefixes. */
function* elements(xml: string, name: string): Generator<Record<string, string>> {
  for (const [, inside = ""] of xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\s([^>]*)>`, "g"))) {
    const pairs = inside.matchAll(/(?:\w+:)?(\w+)="([^"]*)"/g);
    yield Object.fromEntries([...pairs].map(([, key, value = ""]) => [key, decoded(value)]));
  }
}

/**
 * Addresses stand apart from their cells: the end of the sheet gives each cell an id, another part of the
 * archive gives each id an address. Few workbooks have any; only their sheets are unpacked once more.
 */
export async function linksOf(zip: Buffer, sheet: string): Promise<Links> {
  const relations = await unpacked(zip, sheet.replace(/([^/]+)$/, "_rels/$1.rels"));
  if (!relations.includes("/hyperlink")) return none;
  const addresses = new Map<string, string>();
  for (const { Id = "", Target = "" } of elements(relations, "Relationship"))
    if (/^https?:/i.test(Target)) addresses.set(Id, Target);
  const links = new Map<string, string>();
  const end = await unpacked(zip, sheet, "hyperlinks>");
  for (const { ref = "", id = "" } of elements(end, "hyperlink")) {
    const address = addresses.get(id);
    if (address !== undefined) links.set(ref.split(":")[0] ?? ref, address);
  }
  return links;
}

/** What a cell links to: by the sheet, or by a formula of its own. */
export function linkOf(cell: ExcelJS.Cell, links: Links): string | undefined {
  const byFormula = /^\s*HYPERLINK\(\s*"(https?:[^"]+)"/i.exec(cell.formula ?? "");
  return byFormula?.[1] ?? links.get(cell.address);
}
