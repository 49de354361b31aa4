import type { Candidate } from "@highwater/shared/candidates/contract";
import type { Role } from "@highwater/shared/team/contract";
import { IconExternalLink } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useShortcut } from "../../lib/shortcuts";
import { icon } from "../../ui/icon";
import { Kbd } from "../../ui/kbd";
import { UserText } from "../../ui/localized";
import classes from "./brief-card.module.css";
import { Prose } from "./prose";
import { safeHref } from "./safe-href";
import { Story } from "./story";
import { useWords } from "./words";

interface BriefCardProps {
  candidate: Candidate;
  team: string;
  role: Role;
  /** What the team's own fields hold of it. */
  teamFacts: readonly { key: string; name: string; fact: ReactNode }[];
}

/** What one reads before a first verdict: what it is and says, nothing of what anybody scored. */
export function BriefCard({ candidate, team, role, teamFacts }: BriefCardProps) {
  const { t } = useTranslation("candidates");
  const words = useWords();
  const { name, vertical, tags, notes } = candidate;
  const chips = [...(vertical ? [words("vertical", vertical)] : []), ...tags];
  return (
    <article className={classes.brief}>
      <header className={classes.head}>
        <h2 className={classes.name}>
          <UserText>{name}</UserText>
        </h2>
        <Site address={candidate.website} />
      </header>
      {chips.length > 0 && (
        <ul className={classes.chips} aria-label={t("field.tags")}>
          {chips.map((chip) => (
            <li key={chip} className={classes.chip}>
              <UserText>{chip}</UserText>
            </li>
          ))}
        </ul>
      )}
      <Story candidate={candidate} team={team} role={role} />
      {teamFacts.length > 0 && (
        <dl className={classes.facts}>
          {teamFacts.map(({ key, name, fact }) => (
            <div key={key}>
              <dt className={classes.label}>{name}</dt>
              <dd>{fact}</dd>
            </div>
          ))}
        </dl>
      )}
      {notes && (
        <section>
          <h3 className={classes.label}>{t("field.notes")}</h3>
          <Prose text={notes} />
        </section>
      )}
    </article>
  );
}

function Site({ address }: { address: string | null }) {
  const href = safeHref(address);
  useShortcut("o", () => window.open(href ?? "", "_blank", "noopener,noreferrer"), {
    enabled: href !== null,
  });
  if (!href) return null;
  return (
    <a
      className={classes.site}
      href={href}
      target="_blank"
      rel="noreferrer nofollow"
      aria-keyshortcuts="O"
    >
      <span className={classes.address}>{href.replace(/^https?:\/\/(www\.)?|\/$/g, "")}</span>
      <IconExternalLink {...icon} size={14} />
      <Kbd keys="O" />
    </a>
  );
}
