import type { Edition, Memo } from "@highwater/shared/rounds/frozen";
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { languageTag } from "../../i18n/i18n";
import { LinkButton } from "../../ui/link";
import { PageHead } from "../../ui/page-head";
import classes from "./memo.module.css";
import { MemoItemView } from "./memo-item";
import { type Locale, useMemoWords } from "./memo-words";

interface MemoViewProps {
  team: { slug: string; name: string };
  roundId: string;
  memo: Memo;
  lang: Locale;
}

/** The memo as it is printed, in either language; the page around it stays on screen. */
export function MemoView({ team, roundId, memo, lang }: MemoViewProps) {
  const { t } = useTranslation("rounds");
  return (
    <>
      <div className={classes.screen}>
        <PageHead title={`${t("memo.title")} · ${memo.name}`}>
          {(["internal", "lp"] as const).map((edition) => (
            <Choice
              key={edition}
              {...{ team: team.slug, roundId, edition, lang }}
              on={memo.edition === edition}
            >
              {t(`memo.edition.${edition}`)}
            </Choice>
          ))}
          {(["en", "zh"] as const).map((one) => (
            <Choice
              key={one}
              {...{ team: team.slug, roundId, edition: memo.edition, lang: one }}
              on={lang === one}
            >
              <span lang={languageTag(one)}>{one === "en" ? "English" : "中文"}</span>
            </Choice>
          ))}
          <Button onClick={() => window.print()}>{t("memo.print")}</Button>
        </PageHead>
      </div>
      <Paper team={team.name} memo={memo} lang={lang} />
    </>
  );
}

interface ChoiceProps {
  team: string;
  roundId: string;
  edition: Edition;
  lang: Locale;
  on: boolean;
  children: React.ReactNode;
}

const Choice = ({ team, roundId, edition, lang, on, children }: ChoiceProps) => (
  <LinkButton
    to="/t/$team/rounds/$id/memo"
    params={{ team, id: roundId }}
    search={{ edition, lang }}
    replace
    variant={on ? "light" : "default"}
    aria-current={on ? "true" : undefined}
  >
    {children}
  </LinkButton>
);

/** A table, because its head is what browsers repeat on every printed page. */
function Paper({ team, memo, lang }: { team: string; memo: Memo; lang: Locale }) {
  const words = useMemoWords(lang);
  const { t } = words;
  const { inside, rubric } = memo;
  return (
    <article lang={languageTag(lang)} className={classes.paper} data-edition={memo.edition}>
      <table className={classes.sheet} role="presentation">
        <thead>
          <tr>
            <td className={classes.running}>
              {t("memo.running", {
                team,
                number: memo.number,
                version: rubric.version,
                time: words.moment(memo.closedAt),
              })}
            </td>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>
              <h1>{memo.name}</h1>
              <p className={classes.dim}>
                {words.day(memo.on)} · {t(`memo.edition.${memo.edition}`)}
                {inside && ` · ${t("hostedBy", { name: inside.host })}`}
              </p>
              {inside?.topic && <p>{inside.topic}</p>}
              {inside && inside.attendance.length > 0 && (
                <p>{t("memo.present", { names: words.list(inside.attendance) })}</p>
              )}
              <p className={classes.opinions}>{t(`memo.opinions.${memo.edition}`)}</p>
              <p className={classes.dim}>
                {t("memo.weights", {
                  version: rubric.version,
                  weights: words.list(
                    rubric.criteria.map(
                      ({ short, weight }) => `${short[lang]} ${words.number(weight, 0)}`,
                    ),
                  ),
                })}
              </p>
              {memo.items.map((item) => (
                <MemoItemView key={item.name} item={item} memo={memo} words={words} />
              ))}
            </td>
          </tr>
        </tbody>
      </table>
    </article>
  );
}
