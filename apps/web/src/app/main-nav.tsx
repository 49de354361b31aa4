import { useMediaQuery } from "@mantine/hooks";
import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { icon } from "../ui/icon";
import { Kbd } from "../ui/kbd";
import { destinations } from "./destinations";
import classes from "./main-nav.module.css";

/** At the left, or at the bottom of a narrow screen. */
export function MainNav() {
  const { t } = useTranslation("common");
  const narrow = useMediaQuery("(max-width: 767px)", false, { getInitialValueInEffect: false });
  const { team } = useParams({ from: "/t/$team" });
  return (
    <nav className={classes.nav} aria-label={t("nav.label")}>
      {destinations.map(({ name, to, icon: Icon, shown }) => (
        <Link
          key={name}
          to={to}
          params={{ team }}
          className={classes.link}
          activeOptions={{ exact: name === "ranking", includeSearch: false }}
          activeProps={{ "aria-current": "page" }}
          aria-keyshortcuts={shown.toLowerCase()}
        >
          <Icon {...icon} />
          <span className={classes.label}>
            {narrow && name === "queue" ? t("nav.queueShort") : t(`nav.${name}`)}
          </span>
          <Kbd keys={shown} />
        </Link>
      ))}
    </nav>
  );
}
