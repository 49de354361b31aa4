import type { Candidate } from "@highwater/shared/candidates/contract";
import { atLeast } from "@highwater/shared/team/policy";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { LinkAnchor } from "../../ui/link";
import { UserText } from "../../ui/localized";
import { TimeAgo } from "../../ui/time-ago";
import classes from "./facts-bar.module.css";
import { Prose } from "./prose";
import { safeHref } from "./safe-href";
import type { Viewer } from "./viewer";
import { useWords } from "./words";

/** A team field that holds something, in words. */
export interface TeamFact {
  key: string;
  name: string;
  fact: ReactNode;
}

interface FactsBarProps {
  candidate: Candidate;
  viewer: Viewer;
  teamFacts: readonly TeamFact[];
}

const shown = [
  "kind",
  "vertical",
  "market",
  "buyer",
  "deployment",
  "interface",
  "positioning",
  "modelStrategy",
  "moats",
  "qualityNow",
  "partners",
  "tags",
  "people",
  "source",
] as const;

/** The facts at a glance. They are open to the whole team, before the reveal too. */
export function FactsBar({ candidate, viewer, teamFacts }: FactsBarProps) {
  const { t } = useTranslation("candidates");
  const facts = useFacts(candidate);
  const given = shown.flatMap((key) => (facts[key] ? [{ key, fact: facts[key] }] : []));
  const missing = shown.filter((key) => !facts[key]);
  const params = { team: viewer.team, id: candidate.id };
  const by = viewer.members.find(({ id }) => id === candidate.createdById);
  return (
    <aside className={classes.bar} aria-label={t("dossier.facts")}>
      <h2 className={classes.title}>{t("dossier.facts")}</h2>
      <dl className={classes.list}>
        {given.map(({ key, fact }) => (
          <div key={key} className={classes.fact}>
            <dt>{t(`field.${key}`)}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
        {teamFacts.map(({ key, name, fact }) => (
          <div key={key} className={classes.fact}>
            <dt>
              <UserText>{name}</UserText>
            </dt>
            <dd>{fact}</dd>
          </div>
        ))}
        <div className={classes.fact}>
          <dt>{t("dossier.entered")}</dt>
          <dd>
            <TimeAgo at={candidate.createdAt} />
            {by && ` · ${by.name}`}
          </dd>
        </div>
        <div className={classes.fact}>
          <dt>{t("dossier.changed")}</dt>
          <dd>
            <TimeAgo at={candidate.updatedAt} />
          </dd>
        </div>
      </dl>
      {missing.length > 0 && (
        <p className={classes.missing}>
          {t("dossier.missing", {
            fields: missing.map((key) => t(`field.${key}`)).join(t("comma")),
          })}{" "}
          {atLeast(viewer.role, "reviewer") && (
            <LinkAnchor inherit td="underline" to="/t/$team/c/$id/edit" params={params}>
              {t("dossier.fillIn")}
            </LinkAnchor>
          )}
        </p>
      )}
    </aside>
  );
}

/** What stands under each heading; null where nothing is known. */
function useFacts(candidate: Candidate): Record<(typeof shown)[number], ReactNode> {
  const { t } = useTranslation("candidates");
  const words = useWords();
  const word = (group: Parameters<typeof words>[0], value: string | null) =>
    value && words(group, value);
  const own = (text: string | null) => text && <UserText>{text}</UserText>;
  const { moats, tags, people, qualityNow, regulatedBuyer, thinWrapper } = candidate;
  return {
    kind: word("kind", candidate.kind),
    vertical: word("vertical", candidate.vertical),
    market: word("market", candidate.market),
    buyer: (candidate.buyer || regulatedBuyer) && (
      <>
        {own(candidate.buyer)}
        {regulatedBuyer && <Chips items={[t("dossier.regulated")]} />}
      </>
    ),
    deployment: word("deployment", candidate.deployment),
    interface: own(candidate.interface),
    positioning: word("positioning", candidate.positioning),
    modelStrategy: word("modelStrategy", candidate.modelStrategy),
    moats: (moats.length > 0 || thinWrapper) && (
      <Chips
        items={[
          ...moats.map((moat) => words("moat", moat)),
          ...(thinWrapper ? [t("field.thinWrapper")] : []),
        ]}
      />
    ),
    qualityNow: qualityNow !== null && t("dossier.quality", { grade: qualityNow }),
    partners: candidate.partners && <Prose text={candidate.partners} />,
    tags: tags.length > 0 && <Chips items={tags} />,
    people: people.length > 0 && <People people={people} />,
    source: own(candidate.source),
  };
}

function Chips({ items }: { items: string[] }) {
  return (
    <span className={classes.chips}>
      {items.map((item) => (
        <span key={item} className={classes.chip}>
          <UserText>{item}</UserText>
        </span>
      ))}
    </span>
  );
}

function People({ people }: { people: Candidate["people"] }) {
  const { t } = useTranslation("candidates");
  return (
    <ul className={classes.people}>
      {people.map(({ name, role, link, knownBy }) => {
        const href = safeHref(link);
        return (
          <li key={`${name}${role}${link}`}>
            {href ? (
              <a href={href} target="_blank" rel="noreferrer nofollow">
                <UserText>{name}</UserText>
              </a>
            ) : (
              <UserText>{name}</UserText>
            )}
            {role && <span className={classes.dim}> · {role}</span>}
            {knownBy && (
              <div className={classes.dim}>{t("dossier.knownBy", { name: knownBy })}</div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
