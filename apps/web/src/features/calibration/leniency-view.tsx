import { type Leniencies, mostCandidates } from "@highwater/shared/calibration/contract";
import { leastReviews } from "@highwater/shared/calibration/leniency";
import { SegmentedControl } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { oneDecimal, twoDecimals } from "../../lib/numbers";
import { Empty } from "../../ui/empty";
import { LabHead } from "../../ui/lab-head";
import { UserText } from "../../ui/localized";
import { ProblemNote } from "../../ui/problem-note";
import { ScrollTable } from "../../ui/scroll-table";
import classes from "./calibration.module.css";
import { leniencyQuery } from "./queries";
import type { LeniencySearch } from "./search";

interface LeniencyViewProps {
  team: string;
  search: LeniencySearch;
  onSearch: (search: LeniencySearch) => void;
}

/** The ranking with and without what reviewers give more or less than others to the same candidates. */
export function LeniencyView({ team, search, onSearch }: LeniencyViewProps) {
  const { t } = useTranslation("lab");
  const { data, error, refetch } = useQuery(leniencyQuery());
  const adjusted = search.adjusted === "1";
  return (
    <>
      <LabHead experiment="leniency" team={team} />
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {data?.items.length === 0 && <Empty title={t("emptyTitle")}>{t("empty")}</Empty>}
      {data && data.items.length > 0 && (
        <div className={classes.page}>
          <Mine mine={data.mine} />
          <p className={classes.note}>
            {t("leniency.spread", {
              reviewers: twoDecimals(data.reviewerDeviation),
              noise: twoDecimals(data.noiseDeviation),
            })}{" "}
            {data.tooFew > 0 && t("leniency.tooFew", { count: data.tooFew, least: leastReviews })}{" "}
            {data.more && t("more", { count: mostCandidates })}
          </p>
          <SegmentedControl
            aria-label={t("leniency.shown")}
            className={classes.switch}
            data={[
              { value: "raw", label: t("leniency.raw") },
              { value: "adjusted", label: t("leniency.adjusted") },
            ]}
            value={adjusted ? "adjusted" : "raw"}
            onChange={(value) => onSearch({ adjusted: value === "adjusted" ? "1" : undefined })}
          />
          <Items team={team} items={data.items} adjusted={adjusted} />
        </div>
      )}
    </>
  );
}

/** Too little to be felt in a score. */
const slight = 0.1;

function Mine({ mine: { reviews, leniency } }: Pick<Leniencies, "mine">) {
  const { t } = useTranslation("lab");
  if (leniency === null)
    return <p>{t("leniency.mineUnknown", { count: reviews, least: leastReviews })}</p>;
  const levels = twoDecimals(Math.abs(leniency));
  const way = Math.abs(leniency) < slight ? "even" : leniency > 0 ? "gentle" : "hard";
  return (
    <p>
      <strong>{t(`leniency.mine.${way}`, { levels })}</strong> {t("leniency.mineOnly")}
    </p>
  );
}

interface ItemsProps extends Pick<Leniencies, "items"> {
  team: string;
  adjusted: boolean;
}

function Items({ team, items, adjusted }: ItemsProps) {
  const { t } = useTranslation("lab");
  const shown = items.map((item) => ({ ...item, place: adjusted ? item.adjusted : item.raw }));
  if (adjusted) shown.sort((a, b) => (a.place.rank ?? Infinity) - (b.place.rank ?? Infinity));
  return (
    <ScrollTable label={t("leniency.table")}>
      <thead>
        <tr>
          <th scope="col">#</th>
          <th scope="col">{t("candidate")}</th>
          <th scope="col">{t("total")}</th>
          {adjusted && <th scope="col">{t("leniency.moved")}</th>}
        </tr>
      </thead>
      <tbody>
        {shown.map(({ id, name, place, raw }) => (
          <tr key={id}>
            <td>{place.rank ?? "–"}</td>
            <th scope="row">
              <Link to="/t/$team/c/$id" params={{ team, id }}>
                <UserText>{name}</UserText>
              </Link>
            </th>
            <td>{place.total === null ? "–" : oneDecimal(place.total)}</td>
            {adjusted && <td>{moved(raw, place)}</td>}
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
}

type Place = Leniencies["items"][number]["raw"];

/** Points and places, as ↑ and ↓ are read in the ranking. */
function moved(raw: Place, place: Place): string {
  const points = (place.total ?? 0) - (raw.total ?? 0);
  const places = (raw.rank ?? 0) - (place.rank ?? 0);
  if (places === 0 && Math.abs(points) < 0.05) return "–";
  const sign = points < 0 ? "−" : "+";
  const arrow = places === 0 ? "" : ` ${places > 0 ? "↑" : "↓"}${Math.abs(places)}`;
  return `${sign}${oneDecimal(Math.abs(points))}${arrow}`;
}
