import type { Column, Import, ImportRow } from "@highwater/shared/exchange/contract";
import { jest } from "@jest/globals";
import { screen, waitFor, within } from "@testing-library/react";
import { useState } from "react";
import { renderInTeam } from "../../test/render";
import { refusal, serve } from "../../test/server";
import { ImportStart } from "./start";
import type { Step } from "./steps";
import { ImportWizard } from "./wizard";

const id = "00000000-0000-4000-8000-00000000000a";

const column = (index: number, header: string, rest: Partial<Column> = {}): Column => ({
  index,
  header,
  samples: [`${header} one`, `${header} two`],
  proposal: "skip",
  because: "none",
  looksLike: "text",
  ...rest,
});

const begun: Import = {
  id,
  fileName: "products.csv",
  state: "mapping",
  shape: {
    format: "csv",
    encoding: "utf-8",
    delimiter: ",",
    sheet: null,
    sheets: [],
    headerRow: 1,
    columns: [
      column(0, "Product", { proposal: "name", because: "header" }),
      column(1, "Link", { proposal: "website", because: "values", looksLike: "link" }),
      column(2, "section", { samples: ["section one", "section one", "section two"] }),
    ],
  },
  mapping: null,
  duplicates: "skip",
  chosen: { skip: 0, merge: 0, keep: 0 },
  report: null,
  problem: null,
  progress: null,
  by: { id, name: "Ada Chen" },
  createdAt: "2026-11-20T08:00:00.000Z",
  committedAt: null,
  undoneAt: null,
};

const checked: Import = {
  ...begun,
  state: "checked",
  mapping: ["name", "website", "skip"],
  report: {
    rows: 5,
    ready: 2,
    duplicates: 2,
    errors: 1,
    added: null,
    merged: null,
    skipped: null,
    failed: null,
    undone: null,
    left: [],
    brings: null,
  },
};

const double = (row: number): ImportRow => ({
  row,
  outcome: "duplicate",
  choice: null,
  name: `Double ${row}`,
  facts: { website: "https://double.example" },
  because: "name",
  match: { id, row: null, name: "Double", facts: { website: null } },
  errors: [],
});

const alike: ImportRow = {
  ...double(3),
  match: { id, row: null, name: "Double 3", facts: { website: "https://double.example" } },
};

const rows = (outcome: string | null): ImportRow[] => {
  if (outcome === "duplicate") return [double(2), alike];
  if (outcome === "ready") return [{ ...double(4), outcome: "ready", match: null }];
  const error = { row: 6, column: "Link", value: "nope", code: "x", reason: "No web address." };
  return [{ ...double(6), outcome: "error", match: null, errors: [error] }];
};

/** An API that holds one import. */
function house(first: Import) {
  let now = first;
  const become = (next: Partial<Import>) => {
    now = { ...now, ...next };
    return { body: now };
  };
  const calls = serve({
    [`GET /imports/${id}`]: () => ({ body: now }),
    [`GET /imports/${id}/rows`]: ({ query }) => ({
      body: { items: rows(query.get("outcome")), nextAfter: null },
    }),
    "GET /fields": { body: { items: [] } },
    "GET /imports": { body: { items: [] } },
    [`POST /imports/${id}/check`]: () => become(checked),
    [`PATCH /imports/${id}/rows/3`]: { body: { ...double(3), choice: "merge" } },
    [`POST /imports/${id}/commit`]: () => become({ state: "committing" }),
  });
  return { calls, become };
}

function Wizard() {
  const [step, setStep] = useState<Step | undefined>();
  return (
    <ImportWizard
      id={id}
      team="reef"
      asked={step}
      speaksForOthers
      onStep={setStep}
      onward={{ screening: "/t/reef/screening", show: "/t/reef/candidates" }}
    />
  );
}

beforeEach(() => sessionStorage.clear());

test("columns are proposed with why, kept as a team field by one click, and fights are told", async () => {
  const { calls } = house(begun);
  const { user } = await renderInTeam(<Wizard />);
  await user.click(await screen.findByRole("button", { name: "Next: Columns" }));

  const target = (header: string) =>
    screen.getByRole<HTMLInputElement>("combobox", { name: `“${header}” becomes` });
  expect(screen.getAllByText("section one")).toHaveLength(1);
  expect(target("Product").value).toBe("Name");
  expect(target("Link").value).toBe("Website");
  screen.getByText("by its header");
  screen.getByText("by its values");

  await user.click(screen.getByRole("button", { name: "Keep section as team field" }));
  expect(target("section").value).toBe("section (text)");

  await user.click(target("section"));
  await user.click(await screen.findByRole("option", { name: "Name" }));
  screen.getByText("“section” becomes the same. One of them has to go elsewhere.");
  await user.click(screen.getByRole("button", { name: "Check all rows" }));
  screen.getByText("Two columns can't become the same. Look at those marked above.");
  expect(calls.some(({ method }) => method === "POST")).toBe(false);

  await user.click(target("section"));
  await user.click(await screen.findByRole("option", { name: "section (text)" }));
  await user.click(screen.getByRole("button", { name: "Check all rows" }));
  await screen.findByRole("heading", { name: "What would happen" });
  expect(calls.find(({ method }) => method === "POST")?.body).toEqual({
    mapping: ["name", "website", "new:text:section"],
  });
});

test("the one button says what will happen, row by row, and then it happens", async () => {
  const { calls, become } = house(checked);
  const { user } = await renderInTeam(<Wizard />);
  await screen.findByRole("button", {
    name: "Import 2, skip 2 duplicates, leave 1 with errors out",
  });
  const wrong = await screen.findByRole("table", { name: "Rows with errors" });
  await within(wrong).findByText("No web address.");

  screen.getByRole("row", { name: /^Website https:\/\/double.example empty$/ });
  screen.getByText(/Row 3 of this file = In the pipeline: nothing new in it/);

  const third = await screen.findByRole("radiogroup", { name: "What happens to row 3, Double 3" });
  await user.click(within(third).getByRole("radio", { name: "Merge" }));
  const button = await screen.findByRole("button", {
    name: "Import 2, merge 1, skip 1 duplicate, leave 1 with errors out",
  });
  await user.click(
    within(screen.getByRole("radiogroup", { name: "All duplicates" })).getByRole("radio", {
      name: "Keep both",
    }),
  );
  expect(button.textContent).toBe("Import 3, merge 1, leave 1 with errors out");

  await user.click(button);
  await screen.findByRole("region", { name: "Importing" });
  expect(calls.find(({ path }) => path.endsWith("/commit"))?.body).toEqual({ duplicates: "keep" });

  const report = { ...checked.report, added: 3, merged: 1, skipped: 0, failed: 1 };
  become({ state: "committed", report: report as Import["report"] });
  await screen.findByRole("heading", { name: "“products.csv” has been imported" });
  screen.getByRole("link", { name: "Start screening" });
});

test("who comes back finds the step and the choices again", async () => {
  house(begun);
  const first = await renderInTeam(<Wizard />);
  await first.user.click(await screen.findByRole("button", { name: "Next: Columns" }));
  await first.user.click(screen.getByRole("button", { name: "Keep section as team field" }));
  first.unmount();

  await renderInTeam(<Wizard />);
  const section = await screen.findByRole<HTMLInputElement>("combobox", {
    name: "“section” becomes",
  });
  expect(section.value).toBe("section (text)");
});

test("a portfolio has no columns; what comes along is told, and who will be listed apart", async () => {
  const brings = {
    ...{ reviews: 4, evidence: 12, files: 0, trials: 1, decisions: 0 },
    fields: ["轮次"],
    people: [
      { name: "Ada Chen", email: "ada@a.test", nth: 1, here: true },
      { name: "Bo Li", email: "bo@b.test", nth: 1, here: false },
    ],
    intact: false,
  };
  const report = { ...checked.report, rows: 2, duplicates: 0, errors: 0, brings };
  house({
    ...checked,
    shape: { ...begun.shape, format: "highwater", columns: [] },
    mapping: [],
    report: report as Import["report"],
  });
  const { user } = await renderInTeam(<Wizard />);
  const along = await screen.findByRole("region", { name: "Counts of what comes along" });
  expect(along.textContent).toBe("Reviews4Evidence12Trials1");
  expect(screen.queryByText("Columns")).toBeNull();
  screen.getByText("The file was changed after its export");
  await user.click(screen.getByText("1 person is no member here"));
  screen.getByText("bo@b.test");
  expect(screen.queryByText("ada@a.test")).toBeNull();
  screen.getByRole("button", { name: "Back: File" });
});

test("reviews are a target for those who may bring them, and need a reviewer", async () => {
  house(begun);
  const { user } = await renderInTeam(<Wizard />);
  await user.click(await screen.findByRole("button", { name: "Next: Columns" }));
  const section = screen.getByRole<HTMLInputElement>("combobox", { name: "“section” becomes" });
  await user.click(section);
  await user.click(await screen.findByRole("option", { name: "Score: Habit (0–5)" }));
  await user.click(screen.getByRole("button", { name: "Check all rows" }));
  screen.getByText("Reviews need a column that names the reviewer and at least one with scores.");
});

test("a file that is no table is refused in words, and another can be chosen", async () => {
  const begins = jest.fn();
  let refused = true;
  serve({
    "GET /imports": { body: { items: [] } },
    "POST /imports": () => (refused ? refusal(415, "unsupported") : { body: begun }),
  });
  const { user, container } = await renderInTeam(<ImportStart team="reef" onBegun={begins} />);
  await screen.findByRole("button", { name: "Choose a file" });
  const input = container.querySelector<HTMLInputElement>("input[type=file]");
  if (!input) throw new Error("nowhere to put a file");

  await user.upload(input, new File(["\x89PNG"], "picture.csv"));
  const alert = await screen.findByRole("alert");
  expect(alert.textContent).toMatch(/“picture.csv” was not taken.*It isn't a table/);

  refused = false;
  screen.getByRole("button", { name: "Choose another file" });
  await user.upload(input, new File(["name\nReef"], "list.csv"));
  await waitFor(() => expect(begins).toHaveBeenCalledWith(id));
});
