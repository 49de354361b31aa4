import { readFileSync } from "node:fs";
import type { CandidateReviews, MyReview, ReviewInput } from "@highwater/shared/reviews/contract";
import { type Rubric, RubricSeed } from "@highwater/shared/rubrics/contract";
import { screen, waitFor, within } from "@testing-library/react";
import { Suspense } from "react";
import { renderInTeam } from "../../test/render";
import { refusal, serve } from "../../test/server";
import { ScoringForm } from "./scoring-form";

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const at = "2026-11-23T12:04:00.000Z";
const seed = RubricSeed.parse(
  JSON.parse(
    readFileSync(new URL("../../../../../prisma/seed/rubric.json", import.meta.url), "utf8"),
  ),
);
const rubric: Rubric = {
  ...seed,
  id: id(9),
  version: 1,
  publishedAt: at,
  criteria: seed.criteria.map((criterion, n) => ({
    ...criterion,
    revisionId: id(20 + n),
    revision: 1,
  })),
};
const mine = `/candidates/${id(7)}/reviews/mine`;

const saved = (input: ReviewInput, status: MyReview["status"] = "draft"): MyReview => ({
  status,
  version: status === "signed" ? 1 : 0,
  summary: input.summary,
  scores: Object.fromEntries(
    Object.entries(input.scores).map(([key, { score, reason }]) => [
      key,
      { score, reason: reason ?? null },
    ]),
  ),
  rubricVersion: 1,
  notBlind: false,
  imported: false,
  savedAt: at,
  signedAt: status === "signed" ? at : null,
});

/** Each test has a member of its own, so that no draft of another is left open. */
let member = 100;

async function openForm(answers: Parameters<typeof serve>[0] = {}) {
  let puts = 0;
  const sight: CandidateReviews = {
    sight: "hidden",
    signed: 0,
    needed: 3,
    mine: "none",
    setAside: null,
    abstentions: [],
    mayOpen: false,
    mayReveal: false,
    reviews: [],
    teamScores: null,
  };
  const calls = serve({
    [`GET /candidates/${id(7)}/reviews`]: {
      body: { ...sight, mine: `GET ${mine}` in answers ? "draft" : "none" },
    },
    [`PUT ${mine}`]: ({ body }) => {
      puts += 1;
      return { body: saved(body as ReviewInput), etag: `"${puts}"` };
    },
    ...answers,
  });
  member += 1;
  const next: string[] = [];
  const view = await renderInTeam(
    <Suspense>
      <ScoringForm
        rubric={rubric}
        candidate={{ id: id(7), name: "Reefworks" }}
        memberId={id(member)}
        sight={sight}
        dossier={null}
        link={null}
        hasNext
        onNext={() => next.push("next")}
        onSkip={() => next.push("skip")}
        place={{ done: 7, all: 18 }}
      />
    </Suspense>,
  );
  await screen.findByRole("radiogroup");
  const putsMade = () => calls.filter(({ method }) => method === "PUT");
  return { ...view, calls, next, putsMade };
}

const group = () => screen.getByRole("radiogroup");
const chosen = () => within(group()).getByRole("radio", { checked: true });
const chosenName = () => chosen().getAttribute("aria-label");
const reason = () => screen.getByRole<HTMLTextAreaElement>("textbox", { name: /^Reason/ });
const heading = (name: string) => screen.findByRole("heading", { name });

test("a review is scored by keys alone, and its effect on the total is said", async () => {
  const { user } = await openForm();
  expect(within(group()).getAllByRole("radio")).toHaveLength(7);
  await user.keyboard("4");
  expect(chosenName()).toBe("Score 4");
  within(group()).getByRole("radio", {
    checked: true,
    description: /Inside the existing tool at the moment of need/,
  });
  screen.getByText("4 → 16 of 20 points", { selector: "p" });
  await user.keyboard("{Enter}3{Enter}a{Enter}2{Enter}5");
  await heading("Overrun risk ▽ lower is better");
  expect(chosenName()).toBe("Risk 5");
  screen.getByText("risk 5 → 0 of 25 points", { selector: "p" });
  const said = screen.getAllByRole("status").map(({ textContent }) => textContent);
  expect(said).toContain("risk 5 → 0 of 25 points");
  screen.getByText("5 of 5");
  await user.keyboard("{Shift>}{Enter}{/Shift}{ArrowUp}");
  await heading("Assistant positioning");
  expect(chosenName()).toBe("Not assessed");
});

test("a review that is not begun is not asked for", async () => {
  const { calls } = await openForm();
  expect(calls.filter(({ method }) => method === "GET").map(({ path }) => path)).not.toContain(
    mine,
  );
});

test("it says beside the field when a reason is needed, and W takes the anchor's own words", async () => {
  const { user } = await openForm();
  await user.keyboard("3");
  screen.getByRole("textbox", { name: "Reason optional at 2, 3 and 4" });
  await user.keyboard("0");
  screen.getByRole("textbox", { name: "Reason required at 0, 1, 5 and “not assessed”" });
  expect(reason().getAttribute("aria-required")).toBe("true");
  await user.keyboard("w");
  expect(reason().value).toBe(rubric.criteria[0]?.anchors[0]?.text.en);
  await user.keyboard("5");
  expect(reason().value).toBe(rubric.criteria[0]?.anchors[5]?.text.en);
});

test("keys are letters again while one writes, and Esc gives them back", async () => {
  const { user } = await openForm();
  await user.keyboard("4e5 apps as well{Escape}2");
  expect(reason().value).toBe("5 apps as well");
  expect(chosenName()).toBe("Score 2");
});

test("the draft is saved as one types, each PUT with the tag of the last answer", async () => {
  const { user, putsMade } = await openForm();
  await user.keyboard("4");
  await waitFor(() => expect(putsMade()).toHaveLength(1), { timeout: 2000 });
  expect(putsMade()[0]?.headers.get("if-match")).toBeNull();
  await user.keyboard("ewhy not");
  await waitFor(() => expect(putsMade()).toHaveLength(2), { timeout: 2000 });
  expect(putsMade()[1]?.headers.get("if-match")).toBe('"1"');
  expect(putsMade()[1]?.body).toEqual({
    summary: null,
    scores: { habit: { score: 4, reason: "why not" } },
  });
  await screen.findByText(/^Saved/);
});

test("a lost network keeps the text and says so; saving goes on afterwards", async () => {
  let down = true;
  const { user } = await openForm({
    [`PUT ${mine}`]: ({ body }) =>
      down ? refusal(503, "unavailable") : { body: saved(body as ReviewInput), etag: '"1"' },
  });
  await user.keyboard("4ekept");
  await screen.findByText(/Offline/, {}, { timeout: 2000 });
  expect(reason().value).toBe("kept");
  down = false;
  await user.click(screen.getByRole("button", { name: "Try now" }));
  await screen.findByText(/^Saved/);
});

test("signing an unfinished review opens what is missing", async () => {
  const { user, calls } = await openForm();
  await user.keyboard("1{Enter}3{Enter}3{Enter}3{Enter}3{Control>}{Enter}{/Control}");
  await heading("Habit-preserving");
  expect(reason().getAttribute("aria-invalid")).toBe("true");
  await waitFor(() => expect(document.activeElement).toBe(reason()));
  const summary = screen.getByRole("textbox", { name: /as a whole/ });
  expect(summary.getAttribute("aria-invalid")).toBe("true");
  expect(calls.some(({ method }) => method === "POST")).toBe(false);
});

test("sign and next saves first, signs what was saved, and goes on", async () => {
  let last: ReviewInput = { summary: null, scores: {} };
  const { user, calls, next } = await openForm({
    [`PUT ${mine}`]: ({ body }) => {
      last = body as ReviewInput;
      return { body: saved(last), etag: '"draft"' };
    },
    [`POST ${mine}/sign`]: () => ({ body: saved(last, "signed"), etag: '"signed"' }),
  });
  await user.keyboard("3{Enter}3{Enter}3{Enter}3{Enter}3{Enter}It floats.");
  await user.keyboard("{Control>}{Shift>}{Enter}{/Shift}{/Control}");
  await waitFor(() => expect(next).toEqual(["next"]));
  const writes = calls.filter(({ method }) => method !== "GET").map(({ method }) => method);
  expect(writes.slice(-2)).toEqual(["PUT", "POST"]);
  expect(calls.find(({ method }) => method === "POST")?.headers.get("if-match")).toBe('"draft"');
  expect(last.summary).toBe("It floats.");
});
