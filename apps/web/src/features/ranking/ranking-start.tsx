import type { RankingPage } from "@highwater/shared/ranking/contract";
import { Button, Group } from "@mantine/core";
import { IconPlayerPlay, IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Empty } from "../../ui/empty";
import { icon } from "../../ui/icon";
import { LinkButton } from "../../ui/link";
import { noFilters } from "./filter-chips";
import { waitingQuery } from "./queries";
import classes from "./ranking-view.module.css";
import { filtersOf } from "./search";
import type { ViewProps } from "./view-props";

function StartButton({ team }: { team: string }) {
  const { t } = useTranslation("ranking");
  return (
    <Button
      variant="default"
      leftSection={<IconPlayerPlay {...icon} />}
      renderRoot={(props) => <Link to="/t/$team/queue" params={{ team }} {...props} />}
    >
      {t("waiting.start")}
    </Button>
  );
}

interface StartProps extends Pick<ViewProps, "team" | "scope" | "search" | "change"> {
  head: RankingPage;
  mayEnter: boolean;
}

/** Above the rows while nothing is ranked: what there is to do first. */
export function Waiting({ team, head, mayEnter }: Pick<StartProps, "team" | "head" | "mayEnter">) {
  const { t } = useTranslation("ranking");
  const bare = mayEnter && head.ranked === 0;
  const { data: waiting = 0 } = useQuery({ ...waitingQuery(), enabled: bare });
  if (!bare || waiting === 0 || head.count === 0) return null;
  return (
    <section className={classes.waiting}>
      <div>
        <strong>{t("waiting.title", { count: waiting })}</strong>
        <p>{t("none.mineHint")}</p>
      </div>
      <StartButton team={team} />
    </section>
  );
}

/** Instead of rows: why there are none, and the one thing to do about it. */
export function NoRows({ team, scope, search, change, head, mayEnter }: StartProps) {
  const { t } = useTranslation("ranking");
  const { data: waiting = 0 } = useQuery({ ...waitingQuery(), enabled: mayEnter });
  if (filtersOf(search).length > 0 && (scope === "mine" || head.ranked > 0))
    return (
      <Empty
        title={t("none.matchTitle")}
        action={
          <Button variant="default" onClick={() => change(noFilters)}>
            {t("filter.clear")}
          </Button>
        }
      >
        {t("none.match")}
      </Empty>
    );
  if (scope === "team")
    return (
      <Empty
        title={waiting > 0 ? t("waiting.title", { count: waiting }) : t("none.teamTitle")}
        action={waiting > 0 && <StartButton team={team} />}
      >
        {t("none.team")}
      </Empty>
    );
  return (
    <Empty title={t("none.pipelineTitle")} action={mayEnter && <AddFirst team={team} />}>
      {t(mayEnter ? "none.pipeline" : "none.pipelineViewer")}
    </Empty>
  );
}

function AddFirst({ team }: { team: string }) {
  const { t } = useTranslation("ranking");
  return (
    <Group gap="sm">
      <LinkButton leftSection={<IconPlus {...icon} />} to="/t/$team/new" params={{ team }}>
        {t("none.addFirst")}
      </LinkButton>
      <LinkButton variant="default" to="/t/$team/import" params={{ team }}>
        {t("none.importList")}
      </LinkButton>
    </Group>
  );
}
