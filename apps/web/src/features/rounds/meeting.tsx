import type { Meeting as MeetingNow } from "@highwater/shared/rounds/contract";
import { hosts, mayTakeOver, mayVote } from "@highwater/shared/rounds/policy";
import type { Criterion } from "@highwater/shared/rubrics/contract";
import { Button, VisuallyHidden } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { LinkAnchor, LinkButton } from "../../ui/link";
import { UserText } from "../../ui/localized";
import { usePageTitle } from "../../ui/use-page-title";
import { DecidedNote } from "./decided-note";
import { DecisionForm } from "./decision-form";
import { useMeetingDeed } from "./deeds";
import { HostBar } from "./host-bar";
import { MarksTable } from "./marks-table";
import classes from "./meeting.module.css";
import { MeetingAgenda } from "./meeting-agenda";
import { Timer } from "./timer";
import { useAttendance } from "./use-attendance";
import type { MeetingViewer } from "./viewer";
import { VotePanel } from "./vote-panel";

interface MeetingProps {
  viewer: MeetingViewer;
  meeting: MeetingNow;
  criteria: readonly Criterion[];
  /** One's own marks: the form of the reviews. */
  marking: (candidateId: string, revealed: boolean) => ReactNode;
}

/** The meeting as everybody in it sees it; nothing of it lives in this browser but what one is typing. */
export function Meeting({ viewer, meeting, criteria, marking }: MeetingProps) {
  const { round, current } = meeting;
  usePageTitle(round.name);
  const lost = useAttendance(round.id, round.state === "live");
  const law = { ...round, hostId: round.host.id };
  const deed = useMeetingDeed(round.id);
  const runs = hosts(viewer, law) && round.state === "live";
  return (
    <div className={classes.meeting}>
      <Head viewer={viewer} meeting={meeting} lost={lost} />
      {mayTakeOver(viewer, law) && round.state === "live" && (
        <TakeOver meeting={meeting} deed={deed} />
      )}
      {runs && <HostBar meeting={meeting} deed={deed} />}
      <div className={classes.desk}>
        <MeetingAgenda meeting={meeting} deed={deed} runs={runs} />
        {current ? (
          <>
            <Table viewer={viewer} meeting={meeting} criteria={criteria} />
            <Side viewer={viewer} meeting={meeting} runs={runs} marking={marking} />
          </>
        ) : (
          <Between viewer={viewer} meeting={meeting} runs={runs} />
        )}
      </div>
    </div>
  );
}

function Head({
  viewer,
  meeting,
  lost,
}: {
  viewer: MeetingViewer;
  meeting: MeetingNow;
  lost: boolean;
}) {
  const { t } = useTranslation("rounds");
  const { round, present } = meeting;
  return (
    <header className={classes.head}>
      <h1>
        <UserText>{round.name}</UserText>
      </h1>
      <span className={classes.live} data-state={round.state}>
        {t(`state.${round.state}`)}
      </span>
      <span className={classes.dim}>{t("hostedBy", { name: round.host.name })}</span>
      <ul className={classes.present} aria-label={t("present", { count: present.length })}>
        {present.map(({ id, name }) => (
          <li key={id} data-me={id === viewer.memberId || undefined}>
            {name}
          </li>
        ))}
      </ul>
      {lost && (
        <p className={classes.lost} role="alert">
          {t("lost")}
        </p>
      )}
    </header>
  );
}

type Deed = ReturnType<typeof useMeetingDeed>;

function TakeOver({ meeting, deed }: { meeting: MeetingNow; deed: Deed }) {
  const { t } = useTranslation("rounds");
  const { host } = meeting.round;
  const here = meeting.present.some(({ id }) => id === host.id);
  return (
    <p className={classes.takeOver}>
      {here ? null : t("hostAway", { name: host.name })}{" "}
      <Button
        variant="default"
        size="xs"
        loading={deed.isPending}
        onClick={() => deed.mutate({ path: "host", body: { from: host.id } })}
      >
        {t("takeOver")}
      </Button>
    </p>
  );
}

interface PartProps {
  viewer: MeetingViewer;
  meeting: MeetingNow;
}

/** What lies on the table: the candidate, how many are in, and after the reveal who marked what. */
function Table({ viewer, meeting, criteria }: PartProps & { criteria: readonly Criterion[] }) {
  const { t } = useTranslation("rounds");
  const { round, current, timer } = meeting;
  const entry = round.items.find(({ id }) => id === current?.id);
  if (!current || !entry) return null;
  const of = Math.max(current.expected, current.signed);
  return (
    <section className={classes.table} aria-label={t("table")}>
      <div className={classes.subject}>
        <h2>
          <LinkAnchor
            inherit
            to="/t/$team/c/$id"
            params={{ team: viewer.team, id: entry.candidateId }}
          >
            <UserText>{entry.name}</UserText>
          </LinkAnchor>
        </h2>
        <Timer timer={timer} />
      </div>
      {entry.thesis && (
        <p className={classes.thesis}>
          <UserText>{entry.thesis}</UserText>
        </p>
      )}
      {current.sight === "recused" ? (
        <p className={classes.note}>{t("recused")}</p>
      ) : current.marks ? (
        <MarksTable criteria={criteria} marks={current.marks} memberId={viewer.memberId} />
      ) : (
        <div className={classes.sealed}>
          <span className={classes.slots} aria-hidden="true">
            {Array.from({ length: of }, (_, at) => (
              <span key={`slot ${at + 1}`} data-in={at < current.signed || undefined} />
            ))}
          </span>
          <strong role="status">{t("in", { signed: current.signed, of })}</strong>
          <span className={classes.dim}>{t("sealed")}</span>
        </div>
      )}
      <VisuallyHidden role="status">
        {t(`said.${current.state}`, { name: entry.name })}
      </VisuallyHidden>
    </section>
  );
}

interface SideProps extends PartProps {
  runs: boolean;
  marking: (candidateId: string, revealed: boolean) => ReactNode;
}

/** What is mine to do: mark, vote; and for the host, to decide. */
function Side({ viewer, meeting, runs, marking }: SideProps) {
  const { round, current } = meeting;
  const entry = round.items.find(({ id }) => id === current?.id);
  if (!current || !entry) return null;
  const { state, sight, decision } = current;
  const takesPart = mayVote(viewer, sight === "recused") && round.state === "live";
  const marks = takesPart && state !== "done" && entry.stage !== "decided";
  const form = marks && marking(current.candidateId, state !== "open");
  const voting = state === "voting" || current.votes.shown !== null;
  return (
    <div className={classes.side}>
      {state === "open" && form}
      {decision && <DecidedNote decision={decision} members={viewer.members} />}
      {voting && !decision && (
        <VotePanel
          key={current.id}
          roundId={round.id}
          current={current}
          mayVote={takesPart && state === "voting"}
        />
      )}
      {runs && takesPart && !decision && state !== "done" && (
        <DecisionForm
          key={`decision ${current.id}`}
          roundId={round.id}
          current={current}
          name={entry.name}
          viewer={viewer}
        />
      )}
      {state !== "open" && form}
    </div>
  );
}

/** Before the first item, and after the last. */
function Between({ viewer, meeting, runs }: PartProps & { runs: boolean }) {
  const { t } = useTranslation("rounds");
  const { round } = meeting;
  const params = { team: viewer.team, id: round.id };
  if (round.state === "closed")
    return (
      <div className={classes.between}>
        <p>{t("closedNow")}</p>
        <LinkButton to="/t/$team/rounds/$id/memo" params={params}>
          {t("memo.open")}
        </LinkButton>
      </div>
    );
  return (
    <div className={classes.between}>
      <p>{t(round.state === "planned" ? "notBegun" : runs ? "pickFirst" : "waitFirst")}</p>
      {round.state === "planned" && (
        <LinkButton to="/t/$team/rounds/$id" params={params} variant="default">
          {t("toAgenda")}
        </LinkButton>
      )}
    </div>
  );
}
