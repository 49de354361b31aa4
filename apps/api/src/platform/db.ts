import { Problem } from "@highwater/shared/kernel/problem";
import { Injectable } from "@nestjs/common";
import { Prisma } from "./prisma.js";
import { type ReadDb, type ScopedClient, scopeTo } from "./team-scope.js";

const kept = 500;

/** The one way to the rows of a team. A question is asked for somebody of that team. */
@Injectable()
export class Db {
  private readonly clients = new Map<string, ScopedClient>();

  constructor(private readonly prisma: Prisma) {}

  /** One scoped call a question: the place to set a tenant for row-level security. */
  read<T>(actor: { teamId: string }, question: (db: ReadDb) => Promise<T>): Promise<T> {
    return question(this.of(actor.teamId) as unknown as ReadDb);
  }

  /** For the journal, which alone opens transactions on it. */
  of(teamId: string): ScopedClient {
    const known = this.clients.get(teamId);
    if (known) return known;
    const client = scopeTo(this.prisma, teamId);
    if (this.clients.size >= kept) this.clients.clear();
    this.clients.set(teamId, client);
    return client;
  }
}

/** The row, or the one refusal for rows that are absent and rows that are another team's. */
export function found<T>(row: T | null | undefined, what: string): T {
  if (row === null || row === undefined) throw new Problem("missing", `There is no such ${what}.`);
  return row;
}
