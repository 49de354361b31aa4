import type { Stage } from "@highwater/shared/stages/contract";
import { atLeast } from "@highwater/shared/team/policy";
import { useNavigate, useRouter, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Inbox } from "../../features/candidates/inbox";
import { MoveButtons } from "../../features/stages/move-buttons";
import { useTeam } from "../../features/team/use-team";
import { Kbd } from "../../ui/kbd";
import { LinkButton } from "../../ui/link";

const onward: readonly Stage[] = ["inbox", "screening", "review"];

export function InboxPage() {
  const { stage, sel } = useSearch({ from: "/t/$team/inbox" });
  const { t } = useTranslation("screening");
  const { team, memberId, role } = useTeam();
  const navigate = useNavigate({ from: "/t/$team/inbox" });
  const router = useRouter();
  const dossier = (id: string) =>
    ({ to: "/t/$team/c/$id", params: { team: team.slug, id } }) as const;
  return (
    <Inbox
      viewer={{ team: team.slug, memberId, role, members: [] }}
      stage={stage ?? "inbox"}
      onStage={(next) => void navigate({ search: { stage: next } })}
      selected={sel}
      onSelect={(id) =>
        void navigate({ search: (now) => ({ ...now, sel: id }), replace: true, resetScroll: false })
      }
      hrefOf={(id) => router.buildLocation(dossier(id)).href}
      moves={(candidate) => <MoveButtons candidate={candidate} to={onward} />}
      screen={
        atLeast(role, "reviewer") && (
          <LinkButton
            to="/t/$team/screen"
            params={{ team: team.slug }}
            search={{ stage }}
            rightSection={<Kbd keys="G X" />}
            aria-keyshortcuts="g x"
          >
            {t("start")}
          </LinkButton>
        )
      }
    />
  );
}
