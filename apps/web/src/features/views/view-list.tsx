import type { Role } from "@highwater/shared/team/contract";
import { atLeast } from "@highwater/shared/team/policy";
import type { CountedView } from "@highwater/shared/views/contract";
import { IconListNumbers, IconTable, IconUsers } from "@tabler/icons-react";
import { Link, useLocation, useSearch } from "@tanstack/react-router";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { whole } from "../../lib/numbers";
import { parseSearch } from "../../lib/search-params";
import { openView } from "./use-open-view";
import classes from "./view-list.module.css";
import { ViewMore } from "./view-more";

interface ListProps {
  team: string;
  /** Where a view may be changed in its row. */
  role?: Role;
  views: readonly CountedView[];
  onOpen?: () => void;
}

const pages = {
  ranking: { to: "/t/$team", icon: IconListNumbers },
  pipeline: { to: "/t/$team/candidates", icon: IconTable },
} as const;

/** The saved query was read by the API, and is read again by the page's route. */
const searchOf = ({ id, query }: CountedView) => ({ ...parseSearch(query), view: id }) as object;

function useCurrent(team: string, views: readonly CountedView[]) {
  const search = useSearch({ strict: false });
  const path = useLocation({ select: ({ pathname }) => pathname.replace(/\/$/, "") });
  if (path === `/t/${team}`) return openView(views, { page: "ranking", search });
  if (path === `/t/${team}/candidates`) return openView(views, { page: "pipeline", search });
  return undefined;
}

/** One's own views, then those that others share, each with how many it selects. */
export function ViewList({ team, role, views, onOpen }: ListProps) {
  const { t } = useTranslation("views");
  const current = useCurrent(team, views);
  const groups = [
    { title: t("mine"), items: views.filter(({ mine }) => mine) },
    { title: t("shared"), items: views.filter(({ mine }) => !mine) },
  ];
  return (
    <div className={classes.lists}>
      {groups
        .filter(({ items }) => items.length > 0)
        .map(({ title, items }) => (
          <Group key={title} title={title}>
            {items.map((view) => (
              <ViewLink
                key={view.id}
                team={team}
                role={role}
                view={view}
                current={view.id === current?.view?.id}
                differs={view.id === current?.view?.id && current.differs}
                onOpen={onOpen}
              />
            ))}
          </Group>
        ))}
    </div>
  );
}

function Group({ title, children }: { title: string; children: React.ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={classes.title}>
        {title}
      </h2>
      <ul className={classes.list}>{children}</ul>
    </section>
  );
}

interface LinkProps {
  team: string;
  role: Role | undefined;
  view: CountedView;
  current: boolean;
  differs: boolean;
  onOpen: (() => void) | undefined;
}

function ViewLink({ team, role, view, current, differs, onOpen }: LinkProps) {
  const { t } = useTranslation("views");
  const { name, count, mine, shared, by } = view;
  const { to, icon: Icon } = pages[view.page];
  const words = [
    name,
    differs && t("changed"),
    count === null ? t("unreadable") : t("count", { count }),
    !mine && t("by", { name: by.name }),
    mine && shared && t("isShared"),
  ];
  const whatItIs = words.filter(Boolean).join(t("comma"));
  return (
    <li className={classes.item}>
      <Link
        to={to}
        params={{ team }}
        search={searchOf(view) as never}
        className={classes.link}
        aria-current={current ? "page" : undefined}
        aria-label={whatItIs}
        title={whatItIs}
        onClick={onOpen}
      >
        <Icon size={14} stroke={1.6} aria-hidden />
        <span className={classes.name}>{name}</span>
        {differs && <span className={classes.dot} aria-hidden />}
        {mine && shared && <IconUsers size={12} stroke={1.6} aria-hidden />}
        <span className={classes.count}>{count === null ? "–" : whole(count)}</span>
      </Link>
      {role && (mine || atLeast(role, "admin")) && <ViewMore view={view} role={role} />}
    </li>
  );
}
