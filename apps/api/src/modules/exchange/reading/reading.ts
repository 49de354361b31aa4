import { csvRows, inspectCsv } from "./csv.js";
import { inspectJson, jsonRows } from "./json.js";
import { inspectPortfolio, isPortfolio } from "./portfolio.js";
import { type Found, headOf, type Layout, type RawRow, refusal, type Source } from "./raw.js";

const unreadable: [RegExp, string][] = [
  [/^image\//, "This is a picture, not a table. Choose a CSV, XLSX or JSON file."],
  [/pdf$/, "This is a PDF. Copy its table into a spreadsheet, and save that as XLSX or CSV."],
  [
    /x-cfb|ms-excel/,
    "This is an old .xls, or a workbook with a password. Save it as .xlsx without one.",
  ],
  [/zip|compress|gzip|x-7z|rar/, "This is an archive. Unpack it, and choose the table inside."],
];

const xlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The library of workbooks takes half a second to load: no start waits for it. */
const workbooks = () => import("./xlsx.js");

/** Tells the format by the content, never by the name alone; refuses in words what is no table. */
export async function inspect(
  source: Source,
  fileName: string,
  type: string,
  wanted: Partial<Layout> = {},
): Promise<Found> {
  if (type === xlsxType || (/zip$/.test(type) && /\.xlsx$/i.test(fileName)))
    return (await workbooks()).inspectXlsx(source, wanted);
  const why = unreadable.find(([pattern]) => pattern.test(type));
  if (why) throw refusal("not_a_table", why[1]);
  const head = await headOf(source, 256 * 1024);
  if (isPortfolio(head.toString("utf8"))) return inspectPortfolio(source);
  if (/\.(json|jsonl|ndjson)$/i.test(fileName) || /^\uFEFF?\s*[[{]/.test(head.toString("utf8")))
    return inspectJson(source);
  return inspectCsv(head, wanted);
}

const atOnce = 500;

/** Every row below the headers, as a stream of some hundred at a time. */
export function readRows(source: Source, layout: Layout): AsyncGenerator<RawRow[]> {
  if (layout.format === "csv") return csvRows(source, layout);
  return together(layout.format === "xlsx" ? ofWorkbook(source, layout) : jsonRows(source, layout));
}

async function* ofWorkbook(source: Source, layout: Layout): AsyncGenerator<RawRow> {
  yield* (await workbooks()).xlsxRows(source, layout);
}

async function* together(rows: AsyncGenerator<RawRow>): AsyncGenerator<RawRow[]> {
  let held: RawRow[] = [];
  for await (const row of rows) {
    held.push(row);
    if (held.length < atOnce) continue;
    yield held;
    held = [];
  }
  yield held;
}
