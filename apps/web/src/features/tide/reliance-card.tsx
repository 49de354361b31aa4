import type { Reliance, RelianceInput } from "@highwater/shared/tide/reliance";
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { percent, twoDecimals } from "../../lib/numbers";
import { useLocalized } from "../../ui/localized";
import { ProblemNote } from "../../ui/problem-note";
import { useSetReliance } from "./deeds";
import { LookAgain } from "./look-again";
import { ProposedRisk } from "./proposed-risk";
import { relianceQuery } from "./queries";
import { RelianceForm } from "./reliance-form";
import classes from "./tide.module.css";
import { Vectors } from "./vectors";

interface RelianceCardProps {
  candidateId: string;
  mayEdit: boolean;
}

/** What a candidate leans on, what defends it, and what published releases propose. */
export function RelianceCard({ candidateId, mayEdit }: RelianceCardProps) {
  const { t } = useTranslation(["tide", "vocabulary"]);
  const { data, error } = useQuery(relianceQuery(candidateId));
  const set = useSetReliance(candidateId, data?.etag);
  const [editing, setEditing] = useState(false);
  if (error) return <ProblemNote error={error} />;
  if (!data) return null;
  const reliance = data.data;
  const keep = (input: RelianceInput) => set.mutate(input, { onSuccess: () => setEditing(false) });
  const confirm = (key?: string) =>
    set.mutate({
      items: reliance.items.map(({ capability, share, confirmed }) => ({
        ...{ capability, share },
        confirmed: confirmed || key === undefined || key === capability,
      })),
    });
  const open = reliance.items.filter(({ confirmed }) => !confirmed);
  return (
    <section aria-labelledby="reliance" className={classes.card}>
      <h2 id="reliance" className={classes.title}>
        {t("tide:reliance.title")}
      </h2>
      <ProposedRisk candidateId={candidateId} />
      <LookAgain candidateId={candidateId} />
      {editing ? (
        <RelianceForm
          reliance={reliance}
          pending={set.isPending}
          error={set.error}
          onSave={keep}
          onClose={() => setEditing(false)}
        />
      ) : (
        <>
          <p className={classes.dim}>
            {t(open.length > 0 ? "tide:reliance.proposed" : "tide:reliance.confirmed")}
          </p>
          <Bars reliance={reliance} mayEdit={mayEdit} onConfirm={confirm} />
          <Defence reliance={reliance} />
          {mayEdit && (
            <div className={classes.actions}>
              {open.length > 0 && (
                <Button variant="default" loading={set.isPending} onClick={() => confirm()}>
                  {t("tide:reliance.confirmAll")}
                </Button>
              )}
              <Button variant="subtle" color="gray" onClick={() => setEditing(true)}>
                {t("tide:edit")}
              </Button>
            </div>
          )}
          <ProblemNote error={set.error} />
        </>
      )}
      <Vectors vectors={reliance.vectors} />
    </section>
  );
}

interface BarsProps {
  reliance: Reliance;
  mayEdit: boolean;
  onConfirm: (capability: string) => void;
}

/** Dashed until a member has confirmed it. */
function Bars({ reliance, mayEdit, onConfirm }: BarsProps) {
  const { t } = useTranslation("tide");
  const localized = useLocalized();
  if (reliance.items.length === 0) return <p className={classes.dim}>{t("reliance.none")}</p>;
  return (
    <ul className={classes.bars}>
      {reliance.items.map(({ capability, name, share, confirmed }) => (
        <li key={capability} className={classes.bar} data-proposed={!confirmed || undefined}>
          <span>{localized(name)}</span>
          <span className={classes.track} aria-hidden="true">
            <span className={classes.fill} style={{ display: "block", width: percent(share) }} />
          </span>
          <span className="num">{percent(share)}</span>
          {confirmed ? (
            <span />
          ) : mayEdit ? (
            <Button
              variant="default"
              size="compact-xs"
              aria-label={t("reliance.confirmOne", { name: localized(name) })}
              onClick={() => onConfirm(capability)}
            >
              {t("reliance.confirm")}
            </Button>
          ) : (
            <span className={classes.proposed}>{t("proposedSign")}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

function Defence({ reliance }: { reliance: Reliance }) {
  const { t } = useTranslation(["tide", "vocabulary", "candidates"]);
  const moats = reliance.moats.map(
    ({ moat, defence }) => `${t(`vocabulary:moat.${moat}`)} ${twoDecimals(defence)}`,
  );
  return (
    <p className={classes.dim}>
      {moats.length === 0
        ? t("tide:reliance.noMoat")
        : t("tide:reliance.defence", {
            moats: moats.join(t("candidates:comma")),
            defence: twoDecimals(reliance.defence),
          })}
    </p>
  );
}
