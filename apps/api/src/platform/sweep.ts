import { Injectable, type OnModuleDestroy } from "@nestjs/common";
import { Log } from "./log.js";
import { Prisma } from "./prisma.js";

const every = 60 * 60 * 1000;

/**
 * Once an hour, on every replica, files go that nothing has held for a day, and notes of what moved in a ranking that
 * nobody's memory is as old as. Files of imports are theirs.
 */
@Injectable()
export class Sweep implements OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private sweeping: Promise<unknown> | undefined;

  constructor(
    private readonly prisma: Prisma,
    private readonly log: Log,
  ) {}

  start() {
    const sweep = () => {
      this.sweeping = this.run().catch((error: unknown) => this.log.warn(`sweep: ${error}`));
    };
    this.timer ??= setInterval(sweep, every).unref();
    sweep();
  }

  async onModuleDestroy() {
    clearInterval(this.timer);
    await this.sweeping;
  }

  /** So many files went. Whoever takes one up at this moment keeps it: the row is looked at again under its lock. */
  async run(): Promise<number> {
    await this.prisma.$executeRaw`delete from "Stirred" where at < now() - interval '1 day'`;
    return this.prisma.$executeRaw`
      delete from "File" f
       where f."looseSince" < now() - interval '1 day'
         and not exists (select 1 from "Evidence" e where e."teamId" = f."teamId" and e."fileId" = f.id)
         and not exists (select 1 from "Import" i where i."teamId" = f."teamId" and i."fileId" = f.id)`;
  }
}
