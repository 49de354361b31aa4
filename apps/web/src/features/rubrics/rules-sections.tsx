import type { Rubric } from "@highwater/shared/rubrics/contract";
import { useTranslation } from "react-i18next";
import { useLocalized } from "../../ui/localized";
import { Bilingual, Quote } from "./bilingual";
import classes from "./rubric.module.css";

/** The presets, criterion by criterion. */
export function PresetsSection({ rubric }: { rubric: Rubric }) {
  const { t } = useTranslation("rubrics");
  const localized = useLocalized();
  return (
    <section id="presets" className={classes.section} aria-labelledby="presets-name">
      <h2 id="presets-name">{t("presets")}</h2>
      <p className={classes.dim}>{t("presetsLead")}</p>
      <div className={classes.scroll}>
        <table className={classes.presets}>
          <thead>
            <tr>
              <th scope="col">{t("preset")}</th>
              {rubric.criteria.map(({ key, short }) => (
                <th key={key} scope="col" className={classes.number}>
                  {localized(short)}
                </th>
              ))}
            </tr>
          </thead>
          {rubric.presets.map(({ key, name, why, weights }) => (
            <tbody key={key}>
              <tr>
                <th scope="row">
                  <Bilingual text={name} />
                </th>
                {rubric.criteria.map((criterion) => (
                  <td key={criterion.key} className={classes.number}>
                    {weights[criterion.key] ?? 0}
                  </td>
                ))}
              </tr>
              <tr>
                <td colSpan={rubric.criteria.length + 1} className={classes.why}>
                  <Bilingual text={why} />
                </td>
              </tr>
            </tbody>
          ))}
        </table>
      </div>
    </section>
  );
}

export function GatesSection({ rubric }: { rubric: Rubric }) {
  const { t } = useTranslation("rubrics");
  return (
    <section id="gates" className={classes.section} aria-labelledby="gates-name">
      <h2 id="gates-name">{t("gates")}</h2>
      <p className={classes.dim}>{t("gatesLead")}</p>
      <ul className={classes.gates}>
        {rubric.gates.map(({ key, code, name, rule, effect, citation }) => (
          <li key={key}>
            <h3>
              <span className={classes.code}>{code}</span> <Bilingual text={name} />
            </h3>
            <dl>
              <dt>{t("rule")}</dt>
              <dd>
                <Bilingual text={rule} />
              </dd>
              <dt>{t("effect")}</dt>
              <dd>
                <Bilingual text={effect} />
              </dd>
            </dl>
            <Quote citation={citation} />
          </li>
        ))}
      </ul>
    </section>
  );
}

export function SourceSection({ rubric }: { rubric: Rubric }) {
  const { t } = useTranslation("rubrics");
  return (
    <section id="source" className={classes.section} aria-labelledby="source-name">
      <h2 id="source-name">{t("source")}</h2>
      <p>
        <Bilingual text={rubric.source} />
      </p>
      <p className={classes.dim}>{t("sourceLine")}</p>
    </section>
  );
}
