import { mayTurnTide } from "@highwater/shared/tide/policy";
import { useTranslation } from "react-i18next";
import { useTeam } from "../../features/team/use-team";
import { CatalogueView } from "../../features/tide/catalogue-view";
import { LinkButton } from "../../ui/link";
import { PageHead } from "../../ui/page-head";

export function CataloguePage() {
  const { t } = useTranslation("tide");
  const { team, role } = useTeam();
  return (
    <>
      <PageHead title={t("catalogue.title")}>
        <LinkButton variant="default" to="/t/$team/tide" params={{ team: team.slug }}>
          {t("toTide")}
        </LinkButton>
      </PageHead>
      <CatalogueView mayEdit={mayTurnTide({ role })} />
    </>
  );
}
