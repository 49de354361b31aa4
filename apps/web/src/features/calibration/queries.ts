import { Agreements, Leniencies } from "@highwater/shared/calibration/contract";
import { queryOptions } from "@tanstack/react-query";
import { api } from "../../lib/api";

export const leniencyQuery = () =>
  queryOptions({
    queryKey: ["calibration", "leniency"],
    queryFn: ({ signal }) => api.get("/calibration/leniency", Leniencies, { signal }),
  });

export const agreementQuery = () =>
  queryOptions({
    queryKey: ["calibration", "agreement"],
    queryFn: ({ signal }) => api.get("/calibration/agreement", Agreements, { signal }),
  });
