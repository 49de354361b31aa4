import { useTranslation } from "react-i18next";
import { PageHead } from "../../ui/page-head";

export function RubricPage() {
  const { t } = useTranslation("common");
  return <PageHead title={t("nav.rubric")} />;
}
