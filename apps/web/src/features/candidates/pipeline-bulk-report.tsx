import type { BulkReport } from "@highwater/shared/candidates/contract";
import { Modal } from "@mantine/core";
import { useTranslation } from "react-i18next";
import classes from "./pipeline.module.css";

const codes = [
  "candidates.archived",
  "candidates.edited_since",
  "candidates.tags_full",
  "candidates.unchanged",
  "merges.merged_away",
  "missing",
  "stages.not_allowed",
] as const;
/** So many names of one reason are listed. */
const listed = 20;

/** What was left as it is, by reason. */
export function BulkReportDialog({ report, onClose }: { report: BulkReport; onClose: () => void }) {
  const { t } = useTranslation(["pipeline", "common"]);
  const { changed, skipped } = report;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("bulk.skipped", { count: skipped.length })}
      closeButtonProps={{ "aria-label": t("common:act.close") }}
    >
      <p className={classes.reportHead}>{t("bulk.rest", { count: changed })}</p>
      {codes.map((code) => {
        const rows = skipped.filter((row) => row.code === code);
        const names = rows.flatMap(({ name }) => name || []).slice(0, listed);
        if (rows.length === 0) return null;
        return (
          <section key={code} className={classes.reason}>
            <h3>{t(`bulk.reason.${code}`, { count: rows.length })}</h3>
            <ul>
              {names.map((name, at) => (
                <li key={`${at} ${name}`}>{name}</li>
              ))}
            </ul>
            {rows.length > names.length && (
              <p>{t("bulk.andMore", { count: rows.length - names.length })}</p>
            )}
          </section>
        );
      })}
    </Modal>
  );
}
