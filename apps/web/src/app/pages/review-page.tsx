import { useTranslation } from "react-i18next";
import { PageHead } from "../../ui/page-head";

export function ReviewPage() {
  const { t } = useTranslation("common");
  return <PageHead title={t("page.review")} />;
}
