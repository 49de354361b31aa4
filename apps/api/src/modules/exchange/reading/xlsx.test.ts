import ExcelJS from "exceljs";
import type { Cell } from "./raw.js";
import { inspectXlsx, xlsxRows } from "./xlsx.js";

const packed = async (sheets: Record<string, readonly (readonly Cell[])[]>) => {
  const book = new ExcelJS.Workbook();
  for (const [name, rows] of Object.entries(sheets)) book.addWorksheet(name).addRows([...rows]);
  return Buffer.from(await book.xlsx.writeBuffer());
};

async function cellsIn(bytes: Buffer): Promise<Cell[][]> {
  const source = async function* () {
    yield bytes;
  };
  const { columns, ...found } = await inspectXlsx(source, {});
  const layout = {
    ...found,
    columns: columns.map((column) => ({ ...column, proposal: "skip" as const })),
  };
  const rows: Cell[][] = [];
  for await (const { cells } of xlsxRows(source, layout)) rows.push(cells);
  return rows;
}

test("no character is lost, wherever the pieces of the archive end", async () => {
  const rows = Array.from({ length: 4_000 }, (_, at) => [
    `${"a".repeat(at % 7)}第${at}个想法：让合同审查更快`,
    at,
  ]);
  const bytes = await packed({ 名单: [["名称", "数"], ...rows] });
  expect(await cellsIn(bytes)).toEqual(rows);
});

test("a small workbook is read every time, its first empty sheet passed by", async () => {
  const bytes = await packed({ 空: [], 名单: [["名称"], ["小冰"]] });
  for (let time = 0; time < 300; time++) expect(await cellsIn(bytes)).toEqual([["小冰"]]);
});
