import { maxImportRows } from "@highwater/shared/exchange/contract";
import type { Staged } from "./extras.js";
import { People } from "./people.js";
import { PortfolioDigest } from "./portfolio.digest.js";
import { type FieldPlan, planFields } from "./portfolio.fields.js";
import { CheckedFiles } from "./portfolio.files.js";
import { stageCandidate } from "./portfolio.stage.js";
import { tooMany } from "./reading/csv.js";
import { portfolioHead, portfolioRecords } from "./reading/portfolio.js";
import { refusal, type Source } from "./reading/raw.js";

/** A portfolio file from its first candidate to its digest: every candidate becomes a row, every file is looked at. */
export class PortfolioReading {
  readonly people = new People();
  private plans: FieldPlan[] = [];
  private intact = false;

  constructor(
    private readonly source: Source,
    private readonly fieldsHere: Parameters<typeof planFields>[1],
    private readonly criteria: readonly string[],
  ) {}

  async *rows(): AsyncGenerator<Staged[]> {
    const { fields } = await portfolioHead(this.source);
    this.plans = planFields(fields, this.fieldsHere);
    const plan = {
      people: this.people,
      fields: new Map(this.plans.map((field) => [field.file.key, field])),
      criteria: new Set(this.criteria),
    };
    const digest = new PortfolioDigest(fields);
    const files = new CheckedFiles();
    let row = 0;
    for await (const { key, value } of portfolioRecords(this.source)) {
      if (key === "candidates") {
        row += 1;
        if (row > maxImportRows) throw tooMany();
        digest.add(value);
        const { made, extras } = stageCandidate(row, value, plan);
        for (const { file } of extras?.evidence ?? []) if (file) files.cite(file);
        yield [{ made, extras }];
      } else if (key === "files") await files.take(value);
      else if (key === "digest") this.intact = value === digest.toString();
    }
    await files.end();
    if (row === 0) throw refusal("no_rows", "There is no candidate in the file.");
  }

  /** What is to be made for it, and whether it is as it was written. */
  told(): { fields: string[]; intact: boolean } {
    const made = this.plans.flatMap(({ make }) => make?.name ?? []);
    return { fields: made, intact: this.intact };
  }
}
