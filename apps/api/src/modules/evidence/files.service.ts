import { Readable } from "node:stream";
import { fileTypes, maxFileBytes } from "@highwater/shared/evidence/contract";
import { invalid, Problem } from "@highwater/shared/kernel/problem";
import type { Actor } from "@highwater/shared/team/contract";
import { Injectable, StreamableFile } from "@nestjs/common";
import { attachment } from "../../platform/attachment.js";
import { Db, found } from "../../platform/db.js";
import { Files } from "../../platform/files.js";
import { Journal, unrecorded } from "../../platform/journal.js";
import type { Sending } from "../../platform/streams.js";
import type { Tx } from "../../platform/team-scope.js";

/** Files of evidence: sent first and attached then; loose ones belong to their sender for a day. */
@Injectable()
export class FilesService {
  constructor(
    private readonly db: Db,
    private readonly files: Files,
    private readonly journal: Journal,
  ) {}

  async receive(actor: Actor, name: string, sending: Sending) {
    const file = await this.files.receive(actor, { name, limit: maxFileBytes }, sending);
    if (file.type in fileTypes) return file;
    await this.journal.write(actor, async (tx) => unrecorded(await this.files.remove(tx, file.id)));
    throw new Problem(
      "unsupported",
      `By its content "${name}" is ${nameOf(file.type)}. Send ${Object.values(fileTypes).join(", ")}.`,
      { code: "evidence.file_type" },
    );
  }

  async download(actor: Actor, id: string): Promise<StreamableFile> {
    const loose = { looseSince: { not: null }, memberId: actor.memberId };
    const file = await this.db.read(actor, (db) =>
      db.file.findFirst({
        where: { id, wholeAt: { not: null }, OR: [{ evidence: { some: {} } }, loose] },
      }),
    );
    const { name, type, size } = found(file, "file");
    return new StreamableFile(Readable.from(this.files.read(actor, id)), {
      type,
      length: Number(size),
      disposition: attachment(name),
    });
  }

  /** For evidence: one's own file, which nothing else holds. */
  async hold(tx: Tx, actor: Actor, id: string) {
    const { memberId } = actor;
    const { count } = await tx.file.updateMany({
      where: {
        ...{ id, memberId, wholeAt: { not: null }, looseSince: { not: null } },
        type: { in: Object.keys(fileTypes) },
      },
      data: { looseSince: null },
    });
    if (count === 0)
      throw invalid("#/fileId", "evidence.file", "Send the file first, then name it here once.");
  }

  /** Kept for a day, so that the removal can be undone. */
  async letGo(tx: Tx, id: string) {
    await tx.file.updateMany({ where: { id }, data: { looseSince: new Date() } });
  }
}

const nameOf = (type: string) =>
  type === "application/octet-stream" ? "none of the kinds that are kept" : type;
