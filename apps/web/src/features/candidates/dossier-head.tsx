import type { Candidate } from "@highwater/shared/candidates/contract";
import { mayReview } from "@highwater/shared/reviews/policy";
import { atLeast } from "@highwater/shared/team/policy";
import { Button } from "@mantine/core";
import {
  IconArchive,
  IconArrowMerge,
  IconExternalLink,
  IconPencil,
  IconRestore,
} from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useShortcut } from "../../lib/shortcuts";
import { icon } from "../../ui/icon";
import { Kbd } from "../../ui/kbd";
import { LinkButton } from "../../ui/link";
import { notify } from "../../ui/notify";
import { PageHead } from "../../ui/page-head";
import { TotalRail } from "../../ui/total-rail";
import { undoToast } from "../../ui/undo-toast";
import { useArchive } from "./deeds";
import classes from "./dossier-head.module.css";
import { explanationQuery, reviewsQuery } from "./queries";
import { safeHref } from "./safe-href";
import { type DossierSearch, explained } from "./search";
import type { Viewer } from "./viewer";

interface DossierHeadProps {
  candidate: Candidate;
  viewer: Viewer;
  search: DossierSearch;
  stageMenu: ReactNode;
}

export function DossierHead({ candidate, viewer, search, stageMenu }: DossierHeadProps) {
  const { t } = useTranslation("candidates");
  const owner = viewer.members.find(({ id }) => id === candidate.ownerId);
  return (
    <header className={classes.head}>
      <PageHead
        title={candidate.name}
        aside={candidate.sample && <span className={classes.chip}>{t("dossier.sample")}</span>}
      >
        <Actions candidate={candidate} viewer={viewer} />
      </PageHead>
      <div className={classes.line}>
        {stageMenu}
        <Standing candidate={candidate} search={search} />
        <span className={classes.dim}>
          {owner ? t("dossier.owner", { name: owner.name }) : t("dossier.noOwner")}
        </span>
        {candidate.confidential && <span className={classes.chip}>{t("field.confidential")}</span>}
        <Website address={candidate.website} />
      </div>
    </header>
  );
}

/** The total that is explained below, once there is one. */
function Standing({ candidate, search }: Pick<DossierHeadProps, "candidate" | "search">) {
  const { t } = useTranslation("candidates");
  const { data } = useQuery(explanationQuery(candidate.id, explained(candidate, search)));
  if (!data || data.total === null) return null;
  return (
    <a className={classes.standing} href="#why">
      <TotalRail total={data.total} />
      <span className={classes.dim}>
        {data.scope === "mine" && t("why.mine")}
        {data.scope === "team" &&
          data.rank !== null &&
          t("why.rank", { rank: data.rank, of: data.of })}
        {data.flags.includes("provisional") && ` · ${t("why.provisional")}`}
      </span>
    </a>
  );
}

function Website({ address }: { address: string | null }) {
  const href = safeHref(address);
  if (!href) return null;
  return (
    <a className={classes.website} href={href} target="_blank" rel="noreferrer nofollow">
      <span className={classes.address}>{href.replace(/^https?:\/\/(www\.)?|\/$/g, "")}</span>
      <IconExternalLink {...icon} size={14} />
    </a>
  );
}

function Actions({ candidate, viewer }: Pick<DossierHeadProps, "candidate" | "viewer">) {
  const { t } = useTranslation("candidates");
  const { data } = useQuery(reviewsQuery(candidate.id));
  const navigate = useNavigate();
  const archiving = useArchive(candidate.id);
  const params = { team: viewer.team, id: candidate.id };
  const recused = data?.sight === "recused";
  const reviewable = data !== undefined && mayReview(viewer, candidate, recused);
  const editable = atLeast(viewer.role, "reviewer");
  // Heard from the first moment: the scoring page itself says why somebody may not review.
  useShortcut("r", () => void navigate({ to: "/t/$team/c/$id/review", params }), {
    enabled: editable,
  });
  useShortcut("e", () => void navigate({ to: "/t/$team/c/$id/edit", params }), {
    enabled: editable,
  });
  if (!editable) return null;

  const set = (archived: boolean) =>
    archiving.mutate(archived, {
      onSuccess: () =>
        undoToast(t(archived ? "dossier.archivedNow" : "dossier.restoredNow"), () =>
          archiving.mutate(!archived, { onError: notify.failed }),
        ),
      onError: notify.failed,
    });
  const gone = candidate.archivedAt !== null;
  return (
    <>
      <Button
        variant="default"
        loading={archiving.isPending}
        leftSection={gone ? <IconRestore {...icon} /> : <IconArchive {...icon} />}
        onClick={() => set(!gone)}
      >
        {t(gone ? "dossier.restore" : "dossier.archive")}
      </Button>
      {!gone && (
        <LinkButton
          to="/t/$team/c/$id/merge"
          params={params}
          variant="default"
          leftSection={<IconArrowMerge {...icon} />}
        >
          {t("dossier.merge")}
        </LinkButton>
      )}
      <LinkButton
        to="/t/$team/c/$id/edit"
        params={params}
        variant="default"
        leftSection={<IconPencil {...icon} />}
        rightSection={<Kbd keys="E" />}
        aria-keyshortcuts="E"
      >
        {t("dossier.edit")}
      </LinkButton>
      {reviewable && (
        <LinkButton
          to="/t/$team/c/$id/review"
          params={params}
          rightSection={<Kbd keys="R" />}
          aria-keyshortcuts="R"
        >
          {t(`dossier.review.${data.mine}`)}
        </LinkButton>
      )}
    </>
  );
}
