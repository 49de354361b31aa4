import { useTranslation } from "react-i18next";
import { PageHead } from "../../ui/page-head";
import { DropZone } from "./drop-zone";
import { ImportList } from "./import-list";
import classes from "./start.module.css";

/** Where an import begins, and where the earlier ones are found again. */
export function ImportStart({ team, onBegun }: { team: string; onBegun: (id: string) => void }) {
  const { t } = useTranslation("exchange");
  return (
    <>
      <PageHead title={t("title")} />
      <div className={classes.start}>
        <DropZone onBegun={onBegun} />
        <p className={classes.hint}>{t("drop.paste")}</p>
        <ImportList team={team} />
      </div>
    </>
  );
}
