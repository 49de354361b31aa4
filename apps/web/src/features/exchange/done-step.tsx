import type { Import } from "@highwater/shared/exchange/contract";
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { LinkAnchor, LinkButton } from "../../ui/link";
import { UserText } from "../../ui/localized";
import { Brings } from "./brings";
import { Counts } from "./counts";
import { useUndoImport } from "./deeds";
import classes from "./wizard.module.css";

export interface Onward {
  screening: string;
  show: string;
}

interface DoneStepProps {
  one: Import;
  team: string;
  onward: Onward;
}

export function DoneStep(props: DoneStepProps) {
  const { t } = useTranslation("exchange");
  const { one, team } = props;
  const undone = one.state === "undone";
  return (
    <section className={classes.step} aria-labelledby="step-title">
      <h2 id="step-title">
        {t(undone ? "done.undoneTitle" : "done.title", { name: one.fileName })}
      </h2>
      {undone ? <Undone one={one} team={team} /> : <Imported {...props} />}
      <div className={classes.foot}>
        <LinkButton variant="default" to="/t/$team/import" params={{ team }}>
          {t("done.another")}
        </LinkButton>
      </div>
    </section>
  );
}

function Imported({ one, onward }: DoneStepProps) {
  const { t } = useTranslation("exchange");
  const undo = useUndoImport();
  const { added, merged, skipped, failed } = one.report ?? {};
  return (
    <>
      <Counts
        label={t("done.counts")}
        figures={[
          [t("done.added"), added ?? 0],
          [t("done.merged"), merged ?? 0],
          [t("done.skipped"), skipped ?? 0],
          [t("done.failed"), failed ?? 0],
        ]}
      />
      <Brings brings={one.report?.brings ?? null} done />
      <div className={classes.links}>
        <Button component="a" href={onward.screening}>
          {t("done.screening")}
        </Button>
        <Button component="a" href={onward.show} variant="default">
          {t("done.show")}
        </Button>
        <Button variant="default" loading={undo.isPending} onClick={() => undo.mutate(one.id)}>
          {t("done.undo")}
        </Button>
      </div>
      <p className={classes.dim}>{t("done.undoHint")}</p>
    </>
  );
}

const reasons = ["edited", "reviewed", "decided", "tried", "evidence"] as const;
type Reason = (typeof reasons)[number];

function Undone({ one, team }: Pick<DoneStepProps, "one" | "team">) {
  const { t } = useTranslation("exchange");
  const { undone, left = [] } = one.report ?? {};
  const why = (reason: string) =>
    reasons.find((one) => one === reason) ? t(`left.${reason as Reason}`) : reason;
  return (
    <>
      <Counts label={t("done.counts")} figures={[[t("done.undone"), undone ?? 0]]} />
      {left.length === 0 ? (
        <p>{t("done.all")}</p>
      ) : (
        <>
          <h3>{t("done.left", { count: left.length })}</h3>
          <ul className={classes.left}>
            {left.map(({ id, name, reason }) => (
              <li key={id}>
                <LinkAnchor to="/t/$team/c/$id" params={{ team, id }}>
                  <UserText>{name}</UserText>
                </LinkAnchor>{" "}
                <span className={classes.dim}>{why(reason)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
