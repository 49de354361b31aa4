import type { Claim, Claims } from "@highwater/shared/claims/contract";
import type { Role } from "@highwater/shared/team/contract";
import { atLeast } from "@highwater/shared/team/policy";
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { percent, twoDecimals } from "../../lib/numbers";
import { Empty } from "../../ui/empty";
import { LabHead } from "../../ui/lab-head";
import { UserText, useLocalized } from "../../ui/localized";
import { ProblemNote } from "../../ui/problem-note";
import { ScrollTable } from "../../ui/scroll-table";
import { ClaimForm } from "./claim-form";
import classes from "./claims.module.css";
import { ForecastField } from "./forecast-field";
import { OutcomeForm } from "./outcome-form";
import { claimsQuery, useStartClaims } from "./queries";

interface ClaimsViewProps {
  team: string;
  role: Role;
}

/** What was foretold, who held it how likely, and who foresaw it best. */
export function ClaimsView({ team, role }: ClaimsViewProps) {
  const { t } = useTranslation("lab");
  const { data, error, refetch } = useQuery(claimsQuery());
  const [adding, setAdding] = useState(false);
  const start = useStartClaims();
  return (
    <>
      <LabHead experiment="claims" team={team} />
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {data && (
        <div className={classes.page}>
          <div className={classes.deeds}>
            {atLeast(role, "reviewer") && (
              <Button onClick={() => setAdding(true)}>{t("claims.add")}</Button>
            )}
            {data.items.length === 0 && atLeast(role, "admin") && (
              <Button
                variant="default"
                loading={start.isPending}
                onClick={() => start.mutate(undefined)}
              >
                {t("claims.start")}
              </Button>
            )}
          </div>
          {data.items.length === 0 && (
            <Empty title={t("claims.emptyTitle")}>{t("claims.empty")}</Empty>
          )}
          <ul className={classes.claims}>
            {data.items.map((claim) => (
              <ClaimItem key={claim.id} claim={claim} role={role} />
            ))}
          </ul>
          <Scores {...data} />
        </div>
      )}
      {adding && <ClaimForm onClose={() => setAdding(false)} />}
    </>
  );
}

function ClaimItem({ claim, role }: { claim: Claim; role: Role }) {
  const { t } = useTranslation("lab");
  const localized = useLocalized();
  const [deciding, setDeciding] = useState(false);
  const { outcome, dueOn, citation, source, note, group, forecasts } = claim;
  return (
    <li className={classes.claim} data-outcome={outcome ?? "open"}>
      <h2>{localized(claim.text)}</h2>
      <p className={classes.facts}>
        {t("claims.said", { on: claim.saidOn, status: t(`claims.statuses.${claim.status}`) })}
        {dueOn && ` · ${t("claims.due", { on: dueOn })}`}
        {citation && ` · ${t("claims.line", { line: citation.line, quote: localized(citation) })}`}
      </p>
      {source && (
        <p className={classes.facts}>
          <UserText>{source}</UserText>
        </p>
      )}
      {outcome && (
        <p>
          <strong>{t(`claims.outcomes.${outcome}`)}</strong> {note && <UserText>{note}</UserText>}
        </p>
      )}
      {outcome === null && atLeast(role, "reviewer") && (
        <ForecastField id={claim.id} mine={claim.mine} />
      )}
      {forecasts.length > 0 ? (
        <p>
          {group !== null && <strong>{t("claims.group", { share: percent(group) })} </strong>}
          {forecasts
            .map(({ by, probability, brier }) =>
              t(brier === null ? "claims.one" : "claims.oneScored", {
                name: by.name,
                share: percent(probability),
                brier: brier === null ? "" : twoDecimals(brier),
              }),
            )
            .join(t("claims.between"))}
        </p>
      ) : (
        <p className={classes.facts}>
          {claim.count === 0 ? t("claims.nobody") : t("claims.hidden", { count: claim.count })}
        </p>
      )}
      {atLeast(role, "admin") && (
        <Button variant="subtle" size="compact-sm" onClick={() => setDeciding(true)}>
          {t(outcome === null ? "claims.decide" : "claims.redecide")}
        </Button>
      )}
      {deciding && <OutcomeForm claim={claim} onClose={() => setDeciding(false)} />}
    </li>
  );
}

function Scores({ scores, group }: Pick<Claims, "scores" | "group">) {
  const { t } = useTranslation("lab");
  if (scores.length === 0) return null;
  return (
    <section>
      <h2>{t("claims.scores")}</h2>
      <p className={classes.facts}>{t("claims.scoresHint")}</p>
      <ScrollTable label={t("claims.scores")}>
        <thead>
          <tr>
            <th scope="col">{t("claims.who")}</th>
            <th scope="col">{t("claims.decided")}</th>
            <th scope="col">{t("claims.brier")}</th>
          </tr>
        </thead>
        <tbody>
          {scores.map(({ by, claims, brier }) => (
            <tr key={by.id}>
              <th scope="row">
                <UserText>{by.name}</UserText>
              </th>
              <td>{claims}</td>
              <td>{twoDecimals(brier)}</td>
            </tr>
          ))}
          {group && (
            <tr>
              <th scope="row">{t("claims.together")}</th>
              <td>{group.claims}</td>
              <td>{twoDecimals(group.brier)}</td>
            </tr>
          )}
        </tbody>
      </ScrollTable>
    </section>
  );
}
