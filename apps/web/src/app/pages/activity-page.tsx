import { Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ActivityFeed } from "../../features/activity/activity-feed";
import { membersQuery } from "../../features/team/queries";
import { PageHead } from "../../ui/page-head";
import classes from "./activity-page.module.css";

export function ActivityPage() {
  const { t } = useTranslation("activity");
  const { team } = useParams({ from: "/t/$team" });
  const { memberId } = useSearch({ from: "/t/$team/activity" });
  const navigate = useNavigate({ from: "/t/$team/activity" });
  const { data: members = [] } = useQuery(membersQuery);
  return (
    <>
      <PageHead title={t("title")}>
        <Select
          aria-label={t("by")}
          placeholder={t("everybody")}
          clearable
          searchable
          data={members.map(({ id, name }) => ({ value: id, label: name }))}
          value={memberId ?? null}
          onChange={(id) => void navigate({ search: id ? { memberId: id } : {}, replace: true })}
        />
      </PageHead>
      <div className={classes.feed}>
        <ActivityFeed team={team} asked={memberId ? { memberId } : {}} />
      </div>
    </>
  );
}
