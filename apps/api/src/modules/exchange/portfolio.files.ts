import { createHash, type Hash } from "node:crypto";
import { fileTypes, maxFileBytes } from "@highwater/shared/evidence/contract";
import { PortfolioFile } from "@highwater/shared/exchange/portfolio";
import { fileTypeFromBuffer } from "file-type";
import { z } from "zod";
import { refusal } from "./reading/raw.js";

const Bytes = z.strictObject({ base64: z.base64() });

/** By which evidence cites a file. */
export const citedAs = ({ sha256, name }: Pick<PortfolioFile, "sha256" | "name">) =>
  `${sha256} ${name}`;

/** Reads the files of a portfolio as they pass: what each is, then its bytes. */
class PassingFiles {
  private at: PortfolioFile | null = null;

  /** What this record says of a file: another begins, or more of its bytes. */
  take(value: unknown): { begins: PortfolioFile } | { bytes: Buffer } {
    const head = PortfolioFile.safeParse(value);
    if (head.success) {
      this.at = head.data;
      return { begins: head.data };
    }
    const more = Bytes.safeParse(value);
    if (!more.success || !this.at)
      throw refusal(
        "file_broken",
        "The files in it are not as Highwater writes them. Export it anew.",
      );
    return { bytes: Buffer.from(more.data.base64, "base64") };
  }
}

/** The dry run of files: each is whole, of a kind that is kept, and what its digest says. */
export class CheckedFiles {
  private readonly passing = new PassingFiles();
  private readonly cited = new Map<string, string>();
  private readonly whole = new Set<string>();
  private open: { file: PortfolioFile; hash: Hash; size: number; head: Buffer | null } | null =
    null;

  cite(file: PortfolioFile) {
    this.cited.set(citedAs(file), file.name);
  }

  async take(value: unknown) {
    const said = this.passing.take(value);
    if ("begins" in said) {
      await this.close();
      this.open = { file: said.begins, hash: createHash("sha256"), size: 0, head: null };
      return;
    }
    if (!this.open) return;
    this.open.hash.update(said.bytes);
    this.open.size += said.bytes.length;
    this.open.head ??= said.bytes;
  }

  async end() {
    await this.close();
    for (const [key, name] of this.cited)
      if (!this.whole.has(key))
        throw refusal(
          "file_missing",
          `Its file “${name}” is cited, and not in it. Export it anew.`,
        );
  }

  private async close() {
    if (!this.open) return;
    const { file, hash, size, head } = this.open;
    this.open = null;
    if (hash.digest("hex") !== file.sha256 || size !== file.size)
      throw refusal("file_broken", `The file “${file.name}” in it is damaged. Export it anew.`);
    const type = head ? (await fileTypeFromBuffer(head))?.mime : undefined;
    if (type !== file.type || !(file.type in fileTypes) || size > maxFileBytes)
      throw refusal(
        "file_type",
        `The file “${file.name}” in it is none that evidence may hold: ${Object.values(fileTypes).join(", ")}, up to ${maxFileBytes / 1024 / 1024} MB.`,
      );
    this.whole.add(citedAs(file));
  }
}

/** Writes the bytes that evidence waits for, in the transaction of the commit; each citation has its own copy. */
export class WrittenFiles {
  private readonly passing = new PassingFiles();
  private now: readonly string[] = [];
  private number = 0;

  constructor(
    private readonly add: (fileId: string, number: number, bytes: Buffer) => Promise<void>,
    private readonly wanted: ReadonlyMap<string, readonly string[]>,
  ) {}

  async take(value: unknown) {
    const said = this.passing.take(value);
    if ("begins" in said) {
      this.now = this.wanted.get(citedAs(said.begins)) ?? [];
      this.number = 0;
      return;
    }
    const number = this.number++;
    for (const fileId of this.now) await this.add(fileId, number, said.bytes);
  }
}
