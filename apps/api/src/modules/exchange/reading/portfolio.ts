import {
  PortfolioHead,
  portfolioFormat,
  portfolioVersion,
} from "@highwater/shared/exchange/portfolio";
import { decoded } from "./encoding.js";
import { type Found, refusal, type Source } from "./raw.js";
import { type Piece, records } from "./records.js";

const lists = new Set(["candidates", "files"]);

/** A portfolio file says what it is in its first words. */
export const isPortfolio = (head: string): boolean =>
  /^\uFEFF?\s*\{\s*"format"\s*:\s*"highwater"/.test(head);

export const portfolioRecords = (source: Source): AsyncGenerator<Piece> =>
  records(decoded(source, "utf-8"), lists);

/** What stands before its candidates. */
export async function portfolioHead(source: Source): Promise<PortfolioHead> {
  const head: Record<string, unknown> = {};
  for await (const { key, value } of portfolioRecords(source)) {
    if (lists.has(key) || key === "digest") break;
    head[key] = value;
  }
  if (head["format"] === portfolioFormat && head["version"] !== portfolioVersion)
    throw refusal(
      "portfolio_version",
      `It was written in version ${String(head["version"]).slice(0, 20)} of the portfolio file; version ${portfolioVersion} can be read here. Update Highwater, or export it anew.`,
    );
  const read = PortfolioHead.safeParse(head);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  throw refusal(
    "portfolio_head",
    `Its beginning is not as Highwater writes it (${issue?.path.join(".")}: ${issue?.message}). Export it anew.`,
  );
}

/** It has no columns: everything in it has its place. */
export async function inspectPortfolio(source: Source): Promise<Found> {
  await portfolioHead(source);
  return {
    format: "highwater",
    encoding: "utf-8",
    delimiter: null,
    sheet: null,
    sheets: [],
    headerRow: null,
    columns: [],
  };
}
