import type { ActivityItem } from "@highwater/shared/activity/contract";
import { outcomes, stages } from "@highwater/shared/stages/contract";
import { roles } from "@highwater/shared/team/contract";
import { Trans, useTranslation } from "react-i18next";
import { LinkAnchor } from "./link";
import { UserText } from "./localized";

type Words = readonly string[];
const among = (words: Words, word: string | undefined) =>
  word !== undefined && words.includes(word);

/** A word of the product in the reader's language; a word of the team as it is. */
function useWord() {
  const { t } = useTranslation(["activity", "stages", "vocabulary"]);
  return (word: string | undefined): string => {
    if (word === undefined) return "";
    if (among(stages, word)) return t(`stages:${word as (typeof stages)[number]}`);
    if (among(outcomes, word)) return t(`stages:outcome.${word as (typeof outcomes)[number]}`);
    if (among(roles, word)) return t(`vocabulary:role.${word as (typeof roles)[number]}`);
    return word;
  };
}

type Joined<V> = V extends `${infer Head}.${infer Deed}` ? `${Head}_${Deed}` : never;
type Key = Joined<ActivityItem["verb"]>;

/** Who did what, in the reader's language. */
export function ActivitySentence({ item, team }: { item: ActivityItem; team: string }) {
  const { t } = useTranslation("activity");
  const word = useWord();
  const { by, candidate, facts, verb } = item;
  const what = candidate ? (
    <LinkAnchor fz="inherit" to="/t/$team/c/$id" params={{ team, id: candidate.id }}>
      <UserText>{candidate.name}</UserText>
    </LinkAnchor>
  ) : (
    <span>{t("something")}</span>
  );
  return (
    <Trans
      ns="activity"
      i18nKey={`said.${verb.replace(".", "_") as Key}`}
      values={{
        name: facts.name ?? t("something"),
        from: word(facts.from),
        to: word(facts.to),
        count: facts.count ?? 0,
      }}
      components={{ who: <b>{by?.name ?? t("somebody")}</b>, what }}
    />
  );
}
