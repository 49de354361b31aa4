import { Id } from "@highwater/shared/kernel/contract";
import {
  Meeting,
  MeetingDecision,
  Presence,
  SeenAgenda,
  SeenHost,
  SeenItem,
  TimerInput,
  VoteInput,
} from "@highwater/shared/rounds/contract";
import type { Actor } from "@highwater/shared/team/contract";
import { Body, Controller, Delete, Get, Param, Post, Put } from "@nestjs/common";
import { Access, Me } from "../../platform/access.js";
import { Answers } from "../../platform/answers.js";
import { AttendanceService } from "./attendance.service.js";
import { MeetingService } from "./meeting.service.js";
import { MeetingView } from "./meeting.view.js";
import { VotesService } from "./votes.service.js";

@Controller("api/v1/rounds/:id")
export class MeetingController {
  constructor(
    private readonly meeting: MeetingService,
    private readonly votes: VotesService,
    private readonly attendance: AttendanceService,
    private readonly view: MeetingView,
  ) {}

  @Get("live")
  @Access("viewer")
  @Answers(Meeting, "The meeting as it is now, as far as this member sees it")
  now(@Me() me: Actor, @Param("id", { schema: Id }) id: string) {
    return this.view.of(me, id);
  }

  @Post("attend")
  @Access("viewer")
  @Answers(Presence, "I am in the meeting: sent every few seconds")
  attend(@Me() me: Actor, @Param("id", { schema: Id }) id: string) {
    return this.attendance.attend(me, id);
  }

  @Delete("attend")
  @Access("viewer")
  @Answers(null, "I have left")
  async leave(@Me() me: Actor, @Param("id", { schema: Id }) id: string) {
    await this.attendance.leave(me, id);
  }

  @Post("start")
  @Access("reviewer")
  @Answers(Meeting, "Begin the meeting")
  start(@Me() me: Actor, @Param("id", { schema: Id }) id: string) {
    return this.meeting.start(me, id);
  }

  @Post("close")
  @Access("reviewer")
  @Answers(Meeting, "End the meeting and freeze the round")
  close(@Me() me: Actor, @Param("id", { schema: Id }) id: string) {
    return this.meeting.close(me, id);
  }

  @Post("host")
  @Access("admin")
  @Answers(Meeting, "Take over as host")
  takeOver(
    @Me() me: Actor,
    @Param("id", { schema: Id }) id: string,
    @Body({ schema: SeenHost }) seen: SeenHost,
  ) {
    return this.meeting.takeOver(me, id, seen);
  }

  @Post("items/:iid/open")
  @Access("reviewer")
  @Answers(Meeting, "Make this the item that the meeting is about")
  open(
    @Me() me: Actor,
    @Param("id", { schema: Id }) id: string,
    @Param("iid", { schema: Id }) iid: string,
    @Body({ schema: SeenAgenda }) seen: SeenAgenda,
  ) {
    return this.meeting.open(me, { id, iid }, seen);
  }

  @Post("items/:iid/reveal")
  @Access("reviewer")
  @Answers(Meeting, "Reveal its reviews to the team, for ever")
  reveal(
    @Me() me: Actor,
    @Param("id", { schema: Id }) id: string,
    @Param("iid", { schema: Id }) iid: string,
    @Body({ schema: SeenItem }) { from }: SeenItem,
  ) {
    return this.meeting.reveal(me, { id, iid }, from);
  }

  @Post("items/:iid/vote-open")
  @Access("reviewer")
  @Answers(Meeting, "Open the vote")
  openVote(
    @Me() me: Actor,
    @Param("id", { schema: Id }) id: string,
    @Param("iid", { schema: Id }) iid: string,
    @Body({ schema: SeenItem }) { from }: SeenItem,
  ) {
    return this.meeting.openVote(me, { id, iid }, from);
  }

  @Post("items/:iid/done")
  @Access("reviewer")
  @Answers(Meeting, "Park it: done for today, without a decision")
  done(
    @Me() me: Actor,
    @Param("id", { schema: Id }) id: string,
    @Param("iid", { schema: Id }) iid: string,
    @Body({ schema: SeenItem }) { from }: SeenItem,
  ) {
    return this.meeting.done(me, { id, iid }, from);
  }

  @Post("items/:iid/timer")
  @Access("reviewer")
  @Answers(Meeting, "Set the timer, or stop it")
  time(
    @Me() me: Actor,
    @Param("id", { schema: Id }) id: string,
    @Param("iid", { schema: Id }) iid: string,
    @Body({ schema: TimerInput }) input: TimerInput,
  ) {
    return this.meeting.time(me, { id, iid }, input);
  }

  @Put("items/:iid/vote")
  @Access("reviewer")
  @Answers(Meeting, "Vote, or vote otherwise, until the decision")
  vote(
    @Me() me: Actor,
    @Param("id", { schema: Id }) id: string,
    @Param("iid", { schema: Id }) iid: string,
    @Body({ schema: VoteInput }) input: VoteInput,
  ) {
    return this.votes.vote(me, { id, iid }, input);
  }

  @Post("items/:iid/decision")
  @Access("reviewer")
  @Answers(Meeting, "Decide, with the votes and the minority report on record")
  decide(
    @Me() me: Actor,
    @Param("id", { schema: Id }) id: string,
    @Param("iid", { schema: Id }) iid: string,
    @Body({ schema: MeetingDecision }) input: MeetingDecision,
  ) {
    return this.votes.decide(me, { id, iid }, input);
  }
}
