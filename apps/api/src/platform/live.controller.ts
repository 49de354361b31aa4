import { PassThrough } from "node:stream";
import { EventsQuery } from "@highwater/shared/kernel/live";
import type { Actor } from "@highwater/shared/team/contract";
import { Controller, Get, Header, Headers, Query, Req, StreamableFile } from "@nestjs/common";
import type { FastifyRequest } from "fastify";
import { Access, AccessGuard, Me, TeamInQuery } from "./access.js";
import { HandsOver } from "./answers.js";
import { Live } from "./live.js";

const beat = 15_000;

@Controller("api/v1/events")
export class LiveController {
  constructor(
    private readonly live: Live,
    private readonly guard: AccessGuard,
  ) {}

  @Get()
  @Access("viewer")
  @TeamInQuery()
  @Header("cache-control", "no-store, no-transform")
  // Its connection is of no use afterwards, and would keep the program from closing.
  @Header("connection", "close")
  @Header("x-accel-buffering", "no")
  @HandsOver("text/event-stream", "What has changed, as it changes: names, no data")
  async listen(
    @Me() me: Actor,
    @Req() request: FastifyRequest,
    @Query({ schema: EventsQuery }) _: EventsQuery,
    @Headers("last-event-id") last: string | undefined,
  ) {
    const stream = new PassThrough();
    stream.write("retry: 1000\n\n");
    const pulse = setInterval(() => stream.write(": \n\n"), beat).unref();
    const listener = {
      ...me,
      stillIn: () => this.guard.stillIn(request, me),
      send: (change: object, id: number) =>
        void stream.write(`id: ${id}\nevent: changed\ndata: ${JSON.stringify(change)}\n\n`),
      end: () => void stream.end(),
    };
    stream.once("close", () => {
      clearInterval(pulse);
      this.live.leave(listener);
    });
    await this.live.join(listener, sinceOf(last));
    return new StreamableFile(stream, { type: "text/event-stream" });
  }
}

/** What is no time of ours is no place to resume from. */
function sinceOf(last: string | undefined): number | undefined {
  const since = Number(last);
  return last && Number.isSafeInteger(since) && since > 0 ? since : undefined;
}
