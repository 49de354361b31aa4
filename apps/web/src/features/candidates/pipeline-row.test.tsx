import type { Candidate } from "@highwater/shared/candidates/contract";
import type { Field, FieldType, FieldValue } from "@highwater/shared/fields/contract";
import { screen } from "@testing-library/react";
import { renderInTeam } from "../../test/render";
import { PipelineRow } from "./pipeline-row";

const id = "00000000-0000-4000-8000-000000000001";
const held: [FieldType, FieldValue][] = [
  ["date", "2021-02-03"],
  ["number", 1234567],
  ["money", { amount: 1_500_000, currency: "USD" }],
  ["link", "https://www.deck.example/%E7%81%AF/"],
  ["text", "Seed"],
];
const columns = held.map(([type]) => ({
  key: `fields.${type}`,
  kind: "field" as const,
  field: { key: type, name: type, type } as Field,
  width: 130,
}));

afterEach(() => {
  process.env["TZ"] = "UTC";
});

test("team fields are told by their type, and a day is the same one west of Greenwich", async () => {
  process.env["TZ"] = "America/Los_Angeles";
  const fields = Object.fromEntries(held);
  const row = { candidate: { id, name: "Reefworks", fields } as Candidate, columns, members: [] };
  await renderInTeam(
    <PipelineRow
      {...row}
      index={0}
      top={0}
      team="reef"
      active={false}
      selected={undefined}
      onSelect={() => {}}
    />,
  );
  const cells = screen.getAllByRole("gridcell");
  expect(cells.map(({ textContent }) => textContent)).toEqual([
    "Feb 3, 2021",
    "1,234,567",
    "$1.5M",
    "deck.example/灯",
    "Seed",
  ]);
  expect(cells.map((cell) => cell.hasAttribute("data-figure"))).toEqual([
    false,
    true,
    true,
    false,
    false,
  ]);
});
