import type { Candidate } from "@highwater/shared/candidates/contract";
import { jest } from "@jest/globals";
import { screen, waitFor } from "@testing-library/react";
import { renderInTeam } from "../../test/render";
import { refusal, serve } from "../../test/server";
import { CandidateForm } from "./candidate-form";
import { readDraft } from "./draft";

const id = "00000000-0000-4000-8000-000000000001";
const memberId = "00000000-0000-4000-8000-000000000002";
const at = "2026-11-01T08:00:00.000Z";

const candidate = (facts: Partial<Candidate>): Candidate => ({
  id,
  name: "Ledgerline",
  website: null,
  thesis: null,
  problem: null,
  description: null,
  kind: null,
  interface: null,
  vertical: null,
  market: null,
  buyer: null,
  regulatedBuyer: false,
  deployment: null,
  tags: [],
  positioning: null,
  painScenarios: [],
  moats: [],
  thinWrapper: false,
  modelStrategy: null,
  qualityNow: null,
  pathTo90: null,
  partners: null,
  people: [],
  overlookedInsight: null,
  source: null,
  ownerId: null,
  confidential: false,
  fields: {},
  decision: null,
  notes: null,
  stage: "inbox",
  revealedAt: null,
  archivedAt: null,
  sample: false,
  createdById: null,
  createdAt: at,
  updatedAt: at,
  ...facts,
});

const quiet = {
  "GET /candidates/duplicates": { body: { items: [] } },
  "GET /candidates/facets": { body: { verticals: [], tags: [] } },
};
const nothing = () => undefined;

jest.setTimeout(30_000);

async function show(stored?: Candidate, onSaved = jest.fn()) {
  const view = await renderInTeam(
    <CandidateForm
      {...(stored && { stored: { data: stored, etag: '"one"' } })}
      memberId={memberId}
      members={[]}
      hrefOf={(to) => `/t/reef/c/${to}`}
      onSaved={onSaved}
      onCancel={nothing}
    />,
  );
  await screen.findAllByLabelText(/^Name/);
  return { ...view, onSaved };
}

/** A field by its path in the form: repeated rows bear the same labels. */
const place = (path: string) =>
  waitFor(() => {
    const found = document.querySelector<HTMLInputElement>(`[data-path="${path}"]`);
    if (!found) throw new Error(`${path} is not there`);
    return found;
  });

const name = () => screen.getAllByLabelText<HTMLInputElement>(/^Name/)[0] as HTMLInputElement;
type User = Awaited<ReturnType<typeof show>>["user"];

async function write(user: User, field: HTMLElement, text: string) {
  await user.clear(field);
  await user.click(field);
  await user.paste(text);
}

const save = (user: User) => user.keyboard("{Control>}{Enter}{/Control}");
const problem = () => screen.getByLabelText<HTMLTextAreaElement>("Problem");

beforeEach(() => localStorage.clear());

test("a likely duplicate is pointed out while typing, and can be saved anyway", async () => {
  const calls = serve({
    ...quiet,
    "GET /candidates/duplicates": {
      body: {
        items: [{ id, name: "Jasper", website: null, stage: "discussion", because: "name" }],
      },
    },
    "POST /candidates": { status: 201, body: candidate({ name: "jasper.ai" }) },
  });
  const { user, onSaved } = await show();
  await write(user, name(), "jasper.ai");

  const link = await screen.findByRole<HTMLAnchorElement>("link", { name: "Jasper" });
  expect(link.getAttribute("href")).toBe(`/t/reef/c/${id}`);
  await user.click(screen.getByRole("button", { name: /Save anyway/ }));
  await waitFor(() => expect(onSaved).toHaveBeenCalledTimes(1));
  expect(calls.find(({ method }) => method === "POST")?.body).toEqual({ name: "jasper.ai" });
});

test("a save faster than the hint waits for it once", async () => {
  const calls = serve({
    ...quiet,
    "GET /candidates/duplicates": {
      body: {
        items: [{ id, name: "Jasper", website: null, stage: "discussion", because: "name" }],
      },
    },
  });
  const { user } = await show();
  await write(user, name(), "jasper");
  await user.keyboard("{Enter}");
  await screen.findByRole("link", { name: "Jasper" });
  expect(calls.some(({ method }) => method === "POST")).toBe(false);
});

test("what the API refuses stands beside its field; what was typed stays, and survives a reload", async () => {
  serve({
    ...quiet,
    "POST /candidates": refusal(422, "invalid", [
      { pointer: "#/people/0/link", code: "invalid_format", message: "Write the whole address." },
    ]),
  });
  const { user, unmount } = await show();
  await write(user, name(), "Ledgerline");
  await user.click(screen.getByText("People"));
  await user.click(await screen.findByRole("button", { name: "Add a person" }));
  await user.click(screen.getByRole("button", { name: "Add a person" }));
  const second = await place("people.1.name");
  await write(user, second, "Ada");
  const link = await place("people.1.link");
  await write(user, link, "ada.example");
  await write(user, problem(), "Books never close in time.");
  await save(user);

  await waitFor(() => expect(link.getAttribute("aria-invalid")).toBe("true"));
  expect(link.value).toBe("ada.example");
  expect(problem().value).toBe("Books never close in time.");
  unmount();

  await show();
  expect(name().value).toBe("Ledgerline");
  expect(problem().value).toBe("Books never close in time.");
  await screen.findByText(/Your unsaved input of/);
});

test("both changed one field: both versions are shown, the choice is saved, the rest merges", async () => {
  const theirs = candidate({ problem: "Theirs", buyer: "Agencies" });
  const sent: unknown[] = [];
  serve({
    ...quiet,
    [`GET /candidates/${id}`]: { body: theirs, etag: '"two"' },
    [`PATCH /candidates/${id}`]: ({ headers, body }) => {
      if (headers.get("if-match") !== '"two"') return refusal(412, "stale");
      sent.push(body);
      return { body: candidate({ problem: "Mine", buyer: "Agencies", thesis: "Kept" }) };
    },
  });
  const { user, onSaved } = await show(candidate({ problem: "Before" }));
  await write(user, problem(), "Mine");
  await user.click(screen.getByText("Solution"));
  await write(user, await screen.findByLabelText("Thesis in one line"), "Kept");
  await save(user);

  const dialog = await screen.findByRole("dialog");
  expect(dialog.textContent).toContain("Mine");
  expect(dialog.textContent).toContain("Theirs");
  expect(dialog.textContent).toContain("Also changed by someone else, and kept: Buyer.");
  const settle = screen.getByRole<HTMLButtonElement>("button", { name: "Save these versions" });
  expect(settle.disabled).toBe(true);
  await user.click(screen.getByRole("radio", { name: "Your version" }));
  await user.click(settle);
  await waitFor(() => expect(onSaved).toHaveBeenCalledTimes(1));
  expect(sent).toEqual([{ problem: "Mine", thesis: "Kept" }]);
  expect(readDraft(`hw-draft:${memberId}:${id}`)).toBeNull();
});

test("someone changed other fields: both edits are kept without a question", async () => {
  const sent: unknown[] = [];
  serve({
    ...quiet,
    [`GET /candidates/${id}`]: {
      body: candidate({ problem: "Before", buyer: "Agencies" }),
      etag: '"two"',
    },
    [`PATCH /candidates/${id}`]: ({ headers, body }) => {
      if (headers.get("if-match") !== '"two"') return refusal(412, "stale");
      sent.push(body);
      return { body: candidate({ problem: "Mine", buyer: "Agencies" }) };
    },
  });
  const { user, onSaved } = await show(candidate({ problem: "Before" }));
  await write(user, problem(), "Mine");
  await save(user);
  await waitFor(() => expect(onSaved).toHaveBeenCalledTimes(1));
  expect(sent).toEqual([{ problem: "Mine" }]);
  expect(onSaved.mock.calls[0]).toMatchObject([{ taken: ["buyer"] }]);
});
