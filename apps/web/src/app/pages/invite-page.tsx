import type { Membership } from "@highwater/shared/team/contract";
import { Loader } from "@mantine/core";
import { skipToken, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { AcceptNewcomer, AcceptSignedIn } from "../../features/team/accept-invitation";
import { invitationPreviewQuery, meQuery } from "../../features/team/queries";
import { problemText } from "../../i18n/problem-text";
import { hasStatus } from "../../lib/api-problem";
import { LinkAnchor } from "../../ui/link";
import { ProblemNote } from "../../ui/problem-note";
import { Entrance } from "../entrance";

const gone = (error: unknown) => hasStatus(error, 404) || hasStatus(error, 422);

/** Used, expired or withdrawn: each in its own words. */
const leadOf = (error: unknown) => (hasStatus(error, 404) ? problemText(error) : undefined);

export function InvitePage() {
  const { t } = useTranslation(["team", "common", "vocabulary"]);
  const navigate = useNavigate();
  const { token } = useSearch({ from: "/invite" });
  const preview = useQuery({
    ...invitationPreviewQuery(token ?? ""),
    ...(token ? {} : { queryFn: skipToken }),
  });
  const me = useQuery(meQuery);
  const enter = ({ team }: Membership) =>
    void navigate({ to: "/t/$team", params: { team: team.slug } });

  if (!token || gone(preview.error))
    return (
      <Entrance
        title={t("invite.missingTitle")}
        lead={leadOf(preview.error) ?? t(token ? "invite.missing" : "invite.noTeamYet")}
      />
    );
  if (preview.error)
    return (
      <Entrance title={t("common:page.invite")}>
        <ProblemNote error={preview.error} onRetry={() => void preview.refetch()} />
      </Entrance>
    );
  if (!preview.data || me.isPending)
    return (
      <Entrance title={t("common:page.invite")}>
        <Loader size="sm" aria-label={t("common:state.loading")} />
      </Entrance>
    );
  const { teamName, role, email } = preview.data;
  return (
    <Entrance
      title={t("invite.title", { team: teamName })}
      lead={t("invite.lead", { role: t(`vocabulary:role.${role}`) })}
    >
      {me.data ? (
        <AcceptSignedIn token={token} user={me.data.user} onJoined={enter} />
      ) : (
        <>
          <AcceptNewcomer token={token} email={email} onJoined={enter} />
          <LinkAnchor to="/sign-in" search={{ return: `/invite?token=${token}` }}>
            {t("invite.haveAccount")}
          </LinkAnchor>
        </>
      )}
    </Entrance>
  );
}
