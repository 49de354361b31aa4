import { useTranslation } from "react-i18next";
import { PageHead } from "../../ui/page-head";

export function QueuePage() {
  const { t } = useTranslation("common");
  return <PageHead title={t("nav.queue")} />;
}
