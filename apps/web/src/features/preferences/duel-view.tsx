import { type Duelled, duelOrder, nextDuel } from "@highwater/shared/preferences/duel";
import { NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { percent } from "../../lib/numbers";
import { Empty } from "../../ui/empty";
import { LabHead } from "../../ui/lab-head";
import { UserText } from "../../ui/localized";
import { ProblemNote } from "../../ui/problem-note";
import { Choice } from "./choice";
import classes from "./preferences.module.css";
import { type AnswersOf, leadersQuery } from "./queries";
import { type DuelSearch, fewest, most, usual } from "./search";
import { useAnswers } from "./use-answers";

interface DuelViewProps {
  team: string;
  search: DuelSearch;
  onSearch: (search: DuelSearch) => void;
}

const sizes = Array.from({ length: most - fewest + 1 }, (_, at) => String(fewest + at));

/** Two of the leaders at a time, until their order is clear. It changes no rank. */
export function DuelView({ team, search, onSearch }: DuelViewProps) {
  const { t } = useTranslation("lab");
  const top = search.top ?? usual;
  const leaders = useQuery(leadersQuery(top));
  const { answers, error, refetch, change } = useAnswers("duels");
  const problem = error ?? leaders.error;
  const retry = () => void Promise.all([refetch(), leaders.refetch()]);
  return (
    <>
      <LabHead experiment="duel" team={team} />
      {problem && <ProblemNote error={problem} onRetry={retry} />}
      {leaders.data && leaders.data.length < 2 && (
        <Empty title={t("emptyTitle")}>{t("duel.empty")}</Empty>
      )}
      {leaders.data && leaders.data.length > 1 && answers && (
        <div className={classes.page}>
          <NativeSelect
            className={classes.size}
            label={t("duel.size")}
            data={sizes}
            value={String(top)}
            onChange={({ currentTarget }) => onSearch({ top: Number(currentTarget.value) })}
          />
          <Duels team={team} leaders={leaders.data} answers={answers} onChange={change} />
        </div>
      )}
    </>
  );
}

interface Leader {
  id: string;
  name: string;
  thesis: string | null;
}

interface DuelsProps {
  team: string;
  leaders: readonly Leader[];
  answers: AnswersOf["duels"];
  onChange: (answers: AnswersOf["duels"]) => void;
}

const outcomes = { first: 1, second: 0, equal: 0.5 };

/** The duels between those who lead now; others' stay kept for when they lead again. */
function between(leaders: readonly Leader[], answers: AnswersOf["duels"]): Duelled[] {
  const places = new Map(leaders.map(({ id }, at) => [id, at]));
  return answers.flatMap(({ first, second, choice }) => {
    const [a, b] = [places.get(first), places.get(second)];
    return a === undefined || b === undefined ? [] : [{ a, b, outcome: outcomes[choice] }];
  });
}

function Duels({ team, leaders, answers, onChange }: DuelsProps) {
  const { t } = useTranslation("lab");
  const duels = between(leaders, answers);
  const shown = new Set(leaders.map(({ id }) => id));
  const latest = answers.findLastIndex((duel) => shown.has(duel.first) && shown.has(duel.second));
  const pair = nextDuel(leaders.length, duels)?.map((place) => leaders[place]);
  const [first, second] = pair ?? [];
  return (
    <>
      <p className={classes.note} role="status">
        {t("duel.progress", { count: duels.length })}
      </p>
      {first && second && (
        <Choice
          question={t("duel.question")}
          first={<Contender {...first} />}
          second={<Contender {...second} />}
          onChoose={(choice) =>
            onChange([...answers, { first: first.id, second: second.id, choice }])
          }
          onUndo={latest < 0 ? undefined : () => onChange(answers.toSpliced(latest, 1))}
        />
      )}
      <Order team={team} leaders={leaders} duels={duels} />
    </>
  );
}

const Contender = ({ name, thesis }: Leader) => (
  <>
    <strong>
      <UserText>{name}</UserText>
    </strong>
    {thesis && <UserText>{thesis}</UserText>}
  </>
);

interface OrderProps {
  team: string;
  leaders: readonly Leader[];
  duels: readonly Duelled[];
}

function Order({ team, leaders, duels }: OrderProps) {
  const { t } = useTranslation("lab");
  return (
    <section>
      <h2>{t("duel.order")}</h2>
      <ol className={classes.order}>
        {duelOrder(leaders.length, duels).map(({ place, certainty }) => {
          const leader = leaders[place];
          if (!leader) return null;
          return (
            <li key={leader.id}>
              <Link to="/t/$team/c/$id" params={{ team, id: leader.id }}>
                <UserText>{leader.name}</UserText>
              </Link>
              <small className={classes.note}>
                {t("duel.ranked", { rank: place + 1 })}
                {certainty !== null && ` · ${t("duel.sure", { share: percent(certainty) })}`}
              </small>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
