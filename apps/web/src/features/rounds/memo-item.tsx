import type { Memo, MemoItem } from "@highwater/shared/rounds/frozen";
import { outcomes, type Voted } from "@highwater/shared/stages/contract";
import { UserText } from "../../ui/localized";
import classes from "./memo.module.css";
import type { MemoWords } from "./memo-words";

interface PartProps {
  item: MemoItem;
  memo: Memo;
  words: MemoWords;
}

/** A candidate on paper: what was decided, the figures, and in the house's copy who said what. */
export function MemoItemView({ item, memo, words }: PartProps) {
  const { t } = words;
  const { outcome, tally } = item;
  return (
    <section className={classes.item}>
      <h2>
        <span>
          <UserText>{item.name}</UserText>
          {item.confidential && <small> {t("memo.confidential")}</small>}
        </span>
        <strong>{outcome ? t(`memo.outcome.${outcome}`) : t("memo.undecided")}</strong>
      </h2>
      {item.thesis && (
        <p>
          <UserText>{item.thesis}</UserText>
        </p>
      )}
      <Figures item={item} memo={memo} words={words} />
      {tally && (
        <p>
          {t("memo.tally", {
            votes: words.list(
              outcomes.flatMap((one) =>
                tally[one] ? [`${t(`memo.outcome.${one}`)} ${tally[one]}`] : [],
              ),
            ),
          })}
        </p>
      )}
      {item.nextLook && <p>{t("memo.nextLook", { day: words.day(item.nextLook) })}</p>}
      {item.inside && <Inside inside={item.inside} words={words} />}
    </section>
  );
}

function Figures({ item, memo, words }: PartProps) {
  const { t, lang, number } = words;
  const { rank, total, reviews } = item;
  if (item.withheld) return <p className={classes.dim}>{t("memo.withheld")}</p>;
  if (!item.revealed) return <p className={classes.dim}>{t("memo.hidden")}</p>;
  if (total === null) return <p className={classes.dim}>{t("memo.unscored")}</p>;
  const marks = item.inside?.marks ?? [];
  return (
    <>
      <p>
        <strong>{t("memo.total", { total: number(total, 1) })}</strong>
        {rank !== null && ` · ${t("memo.rank", { rank, of: memo.ranked })}`}
        {` · ${t("memo.reviews", { count: reviews })}`}
      </p>
      <table className={classes.figures}>
        <thead>
          <tr>
            <th scope="col">{t("memo.criterion")}</th>
            <th scope="col">{t("memo.mean")}</th>
            <th scope="col">{t("memo.median")}</th>
            <th scope="col">{t("memo.spread")}</th>
            {marks.map(({ member }) => (
              <th key={member.id} scope="col">
                {member.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {memo.rubric.criteria.map(({ key, name, inverted }) => {
            const score = item.scores[key];
            return (
              <tr key={key}>
                <th scope="row">
                  {name[lang]}
                  {inverted && " ▽"}
                </th>
                <td>{score ? number(score.mean, 2) : "–"}</td>
                <td>{score ? number(score.median, 1) : "–"}</td>
                <td>{score ? `${score.spread}${score.spread >= 3 ? " ⇄" : ""}` : "–"}</td>
                {marks.map(({ member, scores }) => (
                  <td key={member.id}>{digit(scores[key])}</td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}

const digit = (score: number | null | undefined) => (score === null ? "A" : (score ?? "–"));

type InsideFacts = NonNullable<MemoItem["inside"]>;

function Inside({ inside, words }: { inside: InsideFacts; words: MemoWords }) {
  const { t } = words;
  const { decision, marks, champions, dissent, votes } = inside;
  const said = marks.filter(({ summary }) => summary);
  const agreeing = votes.filter((vote) => !dissent.some((one) => one.memberId === vote.memberId));
  return (
    <>
      {decision && (
        <p>
          {decision.reason && <UserText>{decision.reason}</UserText>}{" "}
          <span className={classes.dim}>
            {decision.by.name}
            {decision.owner && ` · ${t("decided.owner", { name: decision.owner.name })}`}
            {decision.dueOn && ` · ${t("decided.due", { day: words.day(decision.dueOn) })}`}
            {decision.trigger && ` · ${t("memo.trigger", { trigger: decision.trigger })}`}
          </span>
        </p>
      )}
      {decision?.exception && (
        <p>
          {t("decided.exception", {
            gates: decision.exception.gates.join(", "),
            name: decision.exception.by.name,
          })}{" "}
          <UserText>{decision.exception.reason}</UserText>{" "}
          <span className={classes.dim}>{words.moment(decision.exception.at)}</span>
        </p>
      )}
      <Voices title={t("memo.votes")} voices={agreeing.map((vote) => voteOf(vote, words))} />
      <Voices title={t("decided.dissent")} voices={dissent.map((vote) => voteOf(vote, words))} />
      <Voices
        title={t("memo.champions")}
        voices={champions.map(({ member, reason }) => ({ ...member, lead: null, text: reason }))}
      />
      <Voices
        title={t("memo.said")}
        voices={said.map(({ member, summary }) => ({ ...member, lead: null, text: summary }))}
      />
    </>
  );
}

interface Voice {
  id: string;
  name: string;
  lead: string | null;
  text: string | null;
}

const voteOf = ({ memberId, name, outcome, reason }: Voted, { t }: MemoWords): Voice => ({
  id: memberId,
  name,
  lead: t(`memo.outcome.${outcome}`),
  text: reason,
});

function Voices({ title, voices }: { title: string; voices: readonly Voice[] }) {
  if (voices.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {voices.map(({ id, name, lead, text }) => (
          <li key={id}>
            <b>{name}</b>
            {lead && ` · ${lead}`}
            {text && (
              <>
                {" — "}
                <UserText>{text}</UserText>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
