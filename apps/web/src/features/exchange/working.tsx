import type { Import } from "@highwater/shared/exchange/contract";
import { Button, Progress } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { whole } from "../../lib/numbers";
import { useCancel } from "./deeds";
import classes from "./wizard.module.css";

/** A job of the import: how far it is, and who goes first. */
export function Working({ one }: { one: Import }) {
  const { t } = useTranslation("exchange");
  const cancel = useCancel(one.id);
  const { state, progress } = one;
  const title = t(
    state === "committing"
      ? "work.committing"
      : state === "undoing"
        ? "work.undoing"
        : "work.checking",
  );
  const { done = 0, total = null, ahead = 0 } = progress ?? {};
  const share = total ? (100 * done) / total : undefined;
  return (
    <section className={classes.working} aria-label={title}>
      <h2>{title}</h2>
      <Progress value={share ?? 100} animated={share === undefined} aria-label={title} />
      <p role="status" className={classes.dim}>
        {ahead > 0
          ? t("work.ahead", { count: ahead })
          : total === null
            ? t("work.rows", { done: whole(done) })
            : t("work.of", { done: whole(done), total: whole(total) })}
      </p>
      <p className={classes.dim}>{t("work.safe")}</p>
      {state !== "undoing" && (
        <Button
          variant="default"
          className={classes.own}
          loading={cancel.isPending}
          onClick={() => cancel.mutate()}
        >
          {t("work.cancel")}
        </Button>
      )}
    </section>
  );
}
