import type { Candidate } from "@highwater/shared/candidates/contract";
import type { Role } from "@highwater/shared/team/contract";
import { atLeast } from "@highwater/shared/team/policy";
import { useTranslation } from "react-i18next";
import { LinkAnchor } from "../../ui/link";
import { UserText } from "../../ui/localized";
import { Prose } from "./prose";
import classes from "./story.module.css";
import { useWords } from "./words";

interface StoryProps {
  candidate: Candidate;
  team: string;
  role: Role;
}

const told = ["problem", "description", "overlookedInsight", "pathTo90"] as const;

/** What it is and for whom, in its authors' words: the problem before the solution. */
export function Story({ candidate, team, role }: StoryProps) {
  const { t } = useTranslation("candidates");
  const { thesis, painScenarios, id } = candidate;
  const [problem, ...solution] = told;
  const empty = !thesis && painScenarios.length === 0 && told.every((key) => !candidate[key]);
  if (empty)
    return (
      <p className={classes.empty}>
        {t("dossier.bare")}{" "}
        {atLeast(role, "reviewer") && (
          <LinkAnchor inherit to="/t/$team/c/$id/edit" params={{ team, id }}>
            {t("dossier.fillIn")}
          </LinkAnchor>
        )}
      </p>
    );
  return (
    <section className={classes.story} aria-label={t("dossier.story")}>
      {thesis && (
        <p className={classes.thesis}>
          <UserText>{thesis}</UserText>
        </p>
      )}
      <Part candidate={candidate} field={problem} />
      {painScenarios.length > 0 && <Scenarios items={painScenarios} />}
      {solution.map((field) => (
        <Part key={field} candidate={candidate} field={field} />
      ))}
    </section>
  );
}

function Part({ candidate, field }: { candidate: Candidate; field: (typeof told)[number] }) {
  const { t } = useTranslation("candidates");
  const text = candidate[field];
  if (!text) return null;
  return (
    <div>
      <h2 className={classes.label}>{t(`field.${field}`)}</h2>
      <Prose text={text} />
    </div>
  );
}

function Scenarios({ items }: { items: Candidate["painScenarios"] }) {
  const { t } = useTranslation("candidates");
  const words = useWords();
  return (
    <div>
      <h2 className={classes.label}>{t("field.painScenarios")}</h2>
      <ul className={classes.scenarios}>
        {items.map(({ name, frequency, saving }) => (
          <li key={name}>
            <UserText>{name}</UserText>
            {frequency && <span className={classes.often}>{words("frequency", frequency)}</span>}
            {saving && (
              <div className={classes.saving}>
                {t("scenario.saving")}: <UserText>{saving}</UserText>
              </div>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
