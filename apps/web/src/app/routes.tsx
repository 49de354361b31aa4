import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  Outlet,
} from "@tanstack/react-router";
import { z } from "zod";
import { NewSearch } from "../features/candidates/capture/search";
import { PipelineSearch } from "../features/candidates/pipeline-search";
import { DossierSearch, InboxSearch } from "../features/candidates/search";
import { DissentSearch } from "../features/discussion/search";
import { WizardSearch } from "../features/exchange/search";
import { MergeSearch } from "../features/merges/search";
import { ChangesSearch } from "../features/ranking/changes/search";
import { CompareSearch } from "../features/ranking/compare/search";
import { MatrixSearch } from "../features/ranking/matrix/search";
import { RankingSearch } from "../features/ranking/search";
import { StudioSearch } from "../features/ranking/studio/search";
import { MemoSearch } from "../features/rounds/search";
import { BoardSearch, ScreenSearch } from "../features/stages/search";
import type { TideSearch } from "../features/tide/search";
import { OpenView } from "../features/views/search";
import { loadEveryWord } from "../i18n/i18n";
import { enterTeam, findHome, shareWithTeam } from "./guards";

const text = z.string().optional().catch(undefined);
const ActivitySearch = z.object({ memberId: text });
const TokenSearch = z.object({ token: text });
const ReturnSearch = z.object({ return: text });
const QueueSearch = z.object({
  mode: z.enum(["assigned", "fewest", "vertical"]).optional().catch(undefined),
});
const ShareSearch = z.object({ title: text, text, url: text });

/** A page comes together with the words that the first page did without. */
const withWords =
  <Page,>(load: () => Promise<Page>) =>
  async () => {
    const [page] = await Promise.all([load(), loadEveryWord()]);
    return page;
  };

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({ component: Outlet });

const home = createRoute({
  getParentRoute: () => root,
  path: "/",
  beforeLoad: ({ context }) => findHome(context.queryClient),
  component: lazyRouteComponent(
    withWords(() => import("./pages/no-team-page")),
    "NoTeamPage",
  ),
});

const setup = createRoute({
  getParentRoute: () => root,
  path: "/setup",
  validateSearch: TokenSearch,
  component: lazyRouteComponent(
    withWords(() => import("./pages/setup-page")),
    "SetupPage",
  ),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  validateSearch: ReturnSearch,
  component: lazyRouteComponent(
    withWords(() => import("./pages/sign-in-page")),
    "SignInPage",
  ),
});

const invite = createRoute({
  getParentRoute: () => root,
  path: "/invite",
  validateSearch: TokenSearch,
  component: lazyRouteComponent(
    withWords(() => import("./pages/invite-page")),
    "InvitePage",
  ),
});

/** Where a phone's share sheet leads, by the web manifest. */
const share = createRoute({
  getParentRoute: () => root,
  path: "/share",
  validateSearch: ShareSearch,
  beforeLoad: ({ context, search, location }) =>
    shareWithTeam(context.queryClient, search, location.href),
  component: lazyRouteComponent(
    withWords(() => import("./pages/no-team-page")),
    "NoTeamPage",
  ),
});

const team = createRoute({
  getParentRoute: () => root,
  path: "/t/$team",
  beforeLoad: ({ context, params, location }) =>
    enterTeam(context.queryClient, params.team, location.href),
  component: lazyRouteComponent(() => import("./shell"), "Shell"),
});

const ranking = createRoute({
  getParentRoute: () => team,
  path: "/",
  validateSearch: RankingSearch.extend(OpenView.shape),
  component: lazyRouteComponent(() => import("./pages/ranking-page"), "RankingPage"),
});

const inbox = createRoute({
  getParentRoute: () => team,
  path: "/inbox",
  validateSearch: InboxSearch,
  component: lazyRouteComponent(
    withWords(() => import("./pages/inbox-page")),
    "InboxPage",
  ),
});

const screen = createRoute({
  getParentRoute: () => team,
  path: "/screen",
  validateSearch: ScreenSearch,
  component: lazyRouteComponent(
    withWords(() => import("./pages/screening-page")),
    "ScreeningPage",
  ),
});

const pipeline = createRoute({
  getParentRoute: () => team,
  path: "/candidates",
  validateSearch: PipelineSearch.extend(OpenView.shape),
  component: lazyRouteComponent(
    withWords(() => import("./pages/pipeline-page")),
    "PipelinePage",
  ),
});

const create = createRoute({
  getParentRoute: () => team,
  path: "/new",
  validateSearch: NewSearch,
  component: lazyRouteComponent(
    withWords(() => import("./pages/new-candidate-page")),
    "NewCandidatePage",
  ),
});

const candidate = createRoute({
  getParentRoute: () => team,
  path: "/c/$id",
  validateSearch: DossierSearch,
  component: lazyRouteComponent(
    withWords(() => import("./pages/candidate-page")),
    "CandidatePage",
  ),
});

const edit = createRoute({
  getParentRoute: () => team,
  path: "/c/$id/edit",
  component: lazyRouteComponent(
    withWords(() => import("./pages/edit-candidate-page")),
    "EditCandidatePage",
  ),
});

const merge = createRoute({
  getParentRoute: () => team,
  path: "/c/$id/merge",
  validateSearch: MergeSearch,
  component: lazyRouteComponent(
    withWords(() => import("./pages/merge-page")),
    "MergePage",
  ),
});

const review = createRoute({
  getParentRoute: () => team,
  path: "/c/$id/review",
  component: lazyRouteComponent(
    withWords(() => import("./pages/review-page")),
    "ReviewPage",
  ),
});

const queue = createRoute({
  getParentRoute: () => team,
  path: "/queue",
  validateSearch: QueueSearch,
  component: lazyRouteComponent(
    withWords(() => import("./pages/queue-page")),
    "QueuePage",
  ),
});

const progress = createRoute({
  getParentRoute: () => team,
  path: "/progress",
  component: lazyRouteComponent(
    withWords(() => import("./pages/progress-page")),
    "ProgressPage",
  ),
});

const disagreements = createRoute({
  getParentRoute: () => team,
  path: "/disagreements",
  validateSearch: DissentSearch,
  component: lazyRouteComponent(
    withWords(() => import("./pages/disagreements-page")),
    "DisagreementsPage",
  ),
});

const rubric = createRoute({
  getParentRoute: () => team,
  path: "/rubric",
  component: lazyRouteComponent(
    withWords(() => import("./pages/rubric-page")),
    "RubricPage",
  ),
});

const rounds = createRoute({
  getParentRoute: () => team,
  path: "/rounds",
  component: lazyRouteComponent(
    withWords(() => import("./pages/rounds-page")),
    "RoundsPage",
  ),
});

const round = createRoute({
  getParentRoute: () => team,
  path: "/rounds/$id",
  component: lazyRouteComponent(
    withWords(() => import("./pages/round-page")),
    "RoundPage",
  ),
});

const meeting = createRoute({
  getParentRoute: () => team,
  path: "/rounds/$id/meeting",
  component: lazyRouteComponent(
    withWords(() => import("./pages/meeting-page")),
    "MeetingPage",
  ),
});

const memo = createRoute({
  getParentRoute: () => team,
  path: "/rounds/$id/memo",
  validateSearch: MemoSearch,
  component: lazyRouteComponent(
    withWords(() => import("./pages/memo-page")),
    "MemoPage",
  ),
});

const importStart = createRoute({
  getParentRoute: () => team,
  path: "/import",
  component: lazyRouteComponent(
    withWords(() => import("./pages/import-page")),
    "ImportStartPage",
  ),
});

const importWizard = createRoute({
  getParentRoute: () => team,
  path: "/import/$id",
  validateSearch: WizardSearch,
  component: lazyRouteComponent(
    withWords(() => import("./pages/import-page")),
    "ImportPage",
  ),
});

const board = createRoute({
  getParentRoute: () => team,
  path: "/board",
  validateSearch: BoardSearch,
  component: lazyRouteComponent(
    withWords(() => import("./pages/board-page")),
    "BoardPage",
  ),
});

const compare = createRoute({
  getParentRoute: () => team,
  path: "/compare",
  validateSearch: CompareSearch,
  component: lazyRouteComponent(
    withWords(() => import("./pages/compare-page")),
    "ComparePage",
  ),
});

const weights = createRoute({
  getParentRoute: () => team,
  path: "/weights",
  validateSearch: StudioSearch,
  component: lazyRouteComponent(
    withWords(() => import("./pages/weights-page")),
    "WeightsPage",
  ),
});

const matrix = createRoute({
  getParentRoute: () => team,
  path: "/matrix",
  validateSearch: MatrixSearch,
  component: lazyRouteComponent(
    withWords(() => import("./pages/matrix-page")),
    "MatrixPage",
  ),
});

const overview = createRoute({
  getParentRoute: () => team,
  path: "/overview",
  component: lazyRouteComponent(
    withWords(() => import("./pages/overview-page")),
    "OverviewPage",
  ),
});

const changes = createRoute({
  getParentRoute: () => team,
  path: "/changes",
  validateSearch: ChangesSearch,
  component: lazyRouteComponent(
    withWords(() => import("./pages/changes-page")),
    "ChangesPage",
  ),
});

const tide = createRoute({
  getParentRoute: () => team,
  path: "/tide",
  // The page reads its own address: the schema comes with it, and not with the first page.
  validateSearch: (search: Record<string, unknown>) => search as TideSearch,
  component: lazyRouteComponent(
    withWords(() => import("./pages/tide-page")),
    "TidePage",
  ),
});

const catalogue = createRoute({
  getParentRoute: () => team,
  path: "/tide/catalogue",
  component: lazyRouteComponent(
    withWords(() => import("./pages/catalogue-page")),
    "CataloguePage",
  ),
});

const activity = createRoute({
  getParentRoute: () => team,
  path: "/activity",
  validateSearch: ActivitySearch,
  component: lazyRouteComponent(
    withWords(() => import("./pages/activity-page")),
    "ActivityPage",
  ),
});

const notifications = createRoute({
  getParentRoute: () => team,
  path: "/notifications",
  component: lazyRouteComponent(
    withWords(() => import("./pages/notifications-page")),
    "NotificationsPage",
  ),
});

const settings = createRoute({
  getParentRoute: () => team,
  path: "/settings",
  component: lazyRouteComponent(
    withWords(() => import("./pages/settings-page")),
    "SettingsPage",
  ),
});

export const routeTree = root.addChildren([
  home,
  setup,
  signIn,
  invite,
  share,
  team.addChildren([
    ranking,
    inbox,
    screen,
    pipeline,
    create,
    candidate,
    edit,
    merge,
    review,
    queue,
    progress,
    disagreements,
    compare,
    weights,
    matrix,
    overview,
    changes,
    rubric,
    rounds,
    round,
    meeting,
    memo,
    importStart,
    importWizard,
    board,
    tide,
    catalogue,
    activity,
    notifications,
    settings,
  ]),
]);
