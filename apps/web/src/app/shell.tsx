import { atLeast } from "@highwater/shared/team/policy";
import { Outlet, useNavigate, useParams, useRouter } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useTeam } from "../features/team/use-team";
import { useShortcut } from "../lib/shortcuts";
import { type Destination, destinations } from "./destinations";
import { MainNav } from "./main-nav";
import classes from "./shell.module.css";
import { TopBar } from "./top-bar";
import { useLive } from "./use-live";
import { usePasteAnywhere } from "./use-paste-anywhere";

const ShortcutsOverlay = lazy(async () => ({
  default: (await import("./shortcuts-overlay")).ShortcutsOverlay,
}));

function useGoKey({ to, keys }: Destination) {
  const navigate = useNavigate();
  const { team } = useParams({ from: "/t/$team" });
  useShortcut(keys, () => void navigate({ to, params: { team } }));
}

function GoKey({ destination }: { destination: Destination }) {
  useGoKey(destination);
  return null;
}

/** After a change of page the keyboard goes on from its content, unless the page put it somewhere. */
function useFocusOnArrival() {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe("onResolved", ({ pathChanged, fromLocation }) => {
        const at = document.activeElement;
        const free = !at || at === document.body || at.closest("nav") !== null;
        if (pathChanged && fromLocation && free)
          document.getElementById("main")?.focus({ preventScroll: true });
      }),
    [router],
  );
}

/** The frame of every page of a team. */
export function Shell() {
  const { t } = useTranslation("common");
  const [helping, setHelping] = useState(false);
  const navigate = useNavigate();
  const { team } = useParams({ from: "/t/$team" });
  useShortcut("?", () => setHelping(true));
  const enters = atLeast(useTeam().role, "reviewer");
  useShortcut("n", () => void navigate({ to: "/t/$team/new", params: { team } }), {
    enabled: enters,
  });
  usePasteAnywhere(enters);
  useLive(team);
  useShortcut("g>x", () => void navigate({ to: "/t/$team/screen", params: { team } }));
  useFocusOnArrival();
  return (
    <div className={classes.shell}>
      <a href="#main" className={classes.skip}>
        {t("nav.skip")}
      </a>
      {destinations.map((destination) => (
        <GoKey key={destination.name} destination={destination} />
      ))}
      <TopBar onHelp={() => setHelping(true)} />
      <MainNav />
      <main id="main" className={classes.main} tabIndex={-1}>
        <Outlet />
      </main>
      <Suspense>
        {helping && <ShortcutsOverlay opened onClose={() => setHelping(false)} />}
      </Suspense>
    </div>
  );
}
