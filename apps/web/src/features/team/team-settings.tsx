import { type Team, TeamPatch } from "@highwater/shared/team/contract";
import { Button, Group, NumberInput, Switch, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { contractErrors } from "../../i18n/problem-text";
import { hasStatus } from "../../lib/api-problem";
import { placeProblem } from "../../ui/form-problems";
import { notify } from "../../ui/notify";
import { ProblemNote } from "../../ui/problem-note";
import { useEditTeam } from "./mutations";
import { teamQuery } from "./queries";
import { Section } from "./section";
import { useTeam } from "./use-team";

const editable = ({ name, minReviews, openWithoutReviewing }: Team) => ({
  name,
  minReviews,
  openWithoutReviewing,
});

export function TeamSettings() {
  const { t } = useTranslation(["team", "common"]);
  const { team, isAdmin } = useTeam();
  const { data, refetch } = useSuspenseQuery(teamQuery(team.id));
  const edit = useEditTeam(team.id);
  const form = useForm({
    initialValues: editable(data.data),
    validate: contractErrors(TeamPatch.required()),
  });
  const refused = async (error: unknown) => {
    if (!hasStatus(error, 412)) return placeProblem(form, error);
    const fresh = await refetch();
    if (fresh.data) form.setValues(editable(fresh.data.data));
  };
  const submit = form.onSubmit((patch) =>
    edit.mutate(
      { patch, etag: data.etag },
      {
        onSuccess: () => notify.done(t("settings.teamSaved")),
        onError: (error) => void refused(error),
      },
    ),
  );
  return (
    <Section title={t("settings.team")} hint={isAdmin ? undefined : t("settings.onlyAdmins")}>
      <form onSubmit={submit} noValidate style={{ display: "contents" }}>
        {hasStatus(edit.error, 412) ? (
          <p role="alert">{t("settings.stale")}</p>
        ) : (
          <ProblemNote error={edit.error} />
        )}
        <TextInput
          label={t("settings.teamName")}
          maxLength={120}
          disabled={!isAdmin}
          {...form.getInputProps("name")}
        />
        <NumberInput
          label={t("settings.minReviews")}
          description={t("settings.minReviewsHint")}
          min={1}
          max={20}
          allowDecimal={false}
          maw={240}
          disabled={!isAdmin}
          {...form.getInputProps("minReviews")}
        />
        <Switch
          label={t("settings.open")}
          description={t("settings.openHint")}
          disabled={!isAdmin}
          {...form.getInputProps("openWithoutReviewing", { type: "checkbox" })}
        />
        {isAdmin && (
          <Group>
            <Button type="submit" loading={edit.isPending}>
              {t("common:act.save")}
            </Button>
          </Group>
        )}
      </form>
    </Section>
  );
}
