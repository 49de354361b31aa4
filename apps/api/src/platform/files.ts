import { createHash } from "node:crypto";
import { Problem } from "@highwater/shared/kernel/problem";
import { Injectable } from "@nestjs/common";
import { fileTypeFromBuffer } from "file-type";
import { escapeLiteral } from "pg";
import { Copy } from "./copy.js";
import { Prisma } from "./prisma.js";
import type { Sending } from "./streams.js";
import type { Tx } from "./team-scope.js";

const pieceBytes = 1024 * 1024;
/** What is left of a file that is too large is read away so long, so that its sender hears why. */
const drainMs = 10_000;

interface Received {
  name: string;
  /** In bytes. */
  limit: number;
}

/** Files in the database, in pieces: received and read as streams, so that memory stays flat. */
@Injectable()
export class Files {
  constructor(
    private readonly copy: Copy,
    private readonly prisma: Prisma,
  ) {}

  /** Keeps the whole body, or nothing of it. */
  async receive(
    { teamId, memberId }: { teamId: string; memberId: string },
    { name, limit }: Received,
    { stream, length }: Sending,
  ) {
    if (length !== undefined && length > limit) throw tooLarge(limit);
    const { id } = await this.prisma.file.create({
      data: { teamId, memberId, name, type: "application/octet-stream" },
    });
    try {
      const facts = await this.keep(teamId, id, limit, stream);
      if (facts.size === 0)
        throw new Problem("invalid", "The file is empty.", { code: "files.empty" });
      await this.prisma.file.update({
        where: { teamId_id: { teamId, id } },
        data: { ...facts, wholeAt: new Date() },
      });
      return { id, name, ...facts };
    } catch (error) {
      await this.prisma.file.deleteMany({ where: { teamId, id } });
      throw stream.destroyed && !(error instanceof Problem) ? brokenOff() : error;
    }
  }

  private async keep(teamId: string, fileId: string, limit: number, stream: Sending["stream"]) {
    const hash = createHash("sha256");
    let size = 0;
    let number = 0;
    let type = "application/octet-stream";
    for await (const bytes of inPieces(stream, limit)) {
      if (number === 0) type = (await fileTypeFromBuffer(bytes))?.mime ?? type;
      hash.update(bytes);
      size += bytes.length;
      await this.add(teamId, fileId, number++, bytes);
    }
    return { type, size, sha256: hash.digest("hex") };
  }

  /** Not waited for on the disk: the commit that calls the file whole waits for all that was written before it. */
  private add(teamId: string, fileId: string, number: number, bytes: Buffer) {
    return this.copy.send(
      `with soon as (select set_config('synchronous_commit', 'off', true))
       insert into "FilePiece" ("teamId", "fileId", number, bytes)
       select $1::uuid, $2::uuid, $3::int, $4::bytea from soon`,
      [teamId, fileId, number, bytes],
    );
  }

  /** The bytes, piece by piece; none for a file that is not there. */
  read({ teamId }: { teamId: string }, fileId: string): AsyncGenerator<Buffer> {
    const of = `"teamId" = ${escapeLiteral(teamId)}::uuid and "fileId" = ${escapeLiteral(fileId)}::uuid`;
    return this.copy.bytes(
      (number) => `select bytes from "FilePiece" where ${of} and number = ${number}`,
    );
  }

  /** A file that stands or falls with the transaction, held from the beginning; its pieces follow. */
  async keepWithin(
    tx: Tx,
    teamId: string,
    { id, memberId }: { id: string; memberId: string },
    { name, type, size, sha256 }: { name: string; type: string; size: number; sha256: string },
  ) {
    const facts = { name, type, size, sha256, wholeAt: new Date(), looseSince: null };
    await tx.file.create({ data: { teamId, id, memberId, ...facts } });
  }

  async addPiece(
    tx: Tx,
    teamId: string,
    { fileId, number, bytes }: { fileId: string; number: number; bytes: Buffer },
  ) {
    await tx.filePiece.create({ data: { teamId, fileId, number, bytes: new Uint8Array(bytes) } });
  }

  async remove(tx: Tx, fileId: string) {
    await tx.file.deleteMany({ where: { id: fileId } });
  }
}

async function* inPieces(stream: Sending["stream"], limit: number): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let heldBytes = 0;
  let all = 0;
  const chunks = stream.iterator({ destroyOnReturn: false });
  for await (const chunk of chunks as AsyncIterable<Buffer>) {
    all += chunk.length;
    if (all > limit) {
      await drain(stream);
      throw tooLarge(limit);
    }
    held.push(chunk);
    heldBytes += chunk.length;
    if (heldBytes < pieceBytes) continue;
    yield Buffer.concat(held);
    held = [];
    heldBytes = 0;
  }
  if (heldBytes > 0) yield Buffer.concat(held);
}

async function drain(stream: Sending["stream"]) {
  const ended = new Promise((resolve) => {
    stream.once("end", resolve).once("close", resolve).resume();
  });
  await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, drainMs).unref())]);
}

const megabytes = (bytes: number) => Math.floor(bytes / 1024 / 1024);

const tooLarge = (limit: number) =>
  new Problem("too_large", `The file is larger than ${megabytes(limit)} MB. Send a smaller one.`, {
    code: "files.too_large",
  });

const brokenOff = () =>
  new Problem("malformed", "The file ended before all of it had come. Send it again.", {
    code: "files.broken_off",
  });
