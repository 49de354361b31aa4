import { ExportQuery } from "@highwater/shared/exchange/contract";
import type { Actor } from "@highwater/shared/team/contract";
import { Controller, Get, Query } from "@nestjs/common";
import { Access, Me } from "../../platform/access.js";
import { HandsOver } from "../../platform/answers.js";
import { ExportsService } from "./exports.service.js";

@Controller("api/v1/exports")
export class ExportsController {
  constructor(private readonly exports: ExportsService) {}

  @Get("candidates.csv")
  @Access("viewer")
  @HandsOver("text/csv", "The selected candidates as CSV")
  csv(@Me() me: Actor, @Query({ schema: ExportQuery }) query: ExportQuery) {
    return this.exports.download(me, "csv", query);
  }

  @Get("candidates.xlsx")
  @Access("viewer")
  @HandsOver(
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "The selected candidates as a workbook",
  )
  xlsx(@Me() me: Actor, @Query({ schema: ExportQuery }) query: ExportQuery) {
    return this.exports.download(me, "xlsx", query);
  }

  @Get("candidates.json")
  @Access("viewer")
  @HandsOver("application/json", "The portfolio file: lossless, with a digest of its content")
  json(@Me() me: Actor, @Query({ schema: ExportQuery }) query: ExportQuery) {
    return this.exports.download(me, "json", query);
  }
}
