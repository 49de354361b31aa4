import type { Rubric } from "@highwater/shared/rubrics/contract";
import { Button, Switch } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { recall, remember } from "../../lib/remembered";
import { icon } from "../../ui/icon";
import { useLocalized } from "../../ui/localized";
import { PageHead } from "../../ui/page-head";
import { day } from "../../ui/time-ago";
import { BothLanguages } from "./bilingual";
import { CriterionSection } from "./criterion-section";
import classes from "./rubric.module.css";
import { GatesSection, PresetsSection, SourceSection } from "./rules-sections";

const key = "hw-rubric-both";

function Contents({ rubric }: { rubric: Rubric }) {
  const { t } = useTranslation("rubrics");
  const localized = useLocalized();
  const places = [
    ...rubric.criteria.map((criterion, at) => ({
      to: criterion.key,
      code: t("code", { number: at + 1 }),
      label: localized(criterion.short),
    })),
    ...(["presets", "gates", "source"] as const).map((to) => ({ to, code: "", label: t(to) })),
  ];
  return (
    <nav className={classes.contents} aria-label={t("contents")}>
      {places.map(({ to, code, label }) => (
        <a key={to} href={`#${to}`}>
          {code && <span className={classes.code}>{code}</span>} {label}
        </a>
      ))}
    </nav>
  );
}

/** The rubric comes after the address: a link to one of its sections has to be followed then. */
function useSectionOfAddress() {
  useEffect(() => {
    document.getElementById(window.location.hash.slice(1))?.scrollIntoView();
  }, []);
}

/** The whole rubric, as one reads it or prints it. */
export function RubricView({ rubric }: { rubric: Rubric }) {
  const { t } = useTranslation("rubrics");
  const localized = useLocalized();
  useSectionOfAddress();
  const [both, setBoth] = useState(() => recall(key) === "yes");
  const choose = (wanted: boolean) => {
    setBoth(wanted);
    remember(key, wanted ? "yes" : "no");
  };
  const all = rubric.criteria.reduce((sum, { weight }) => sum + weight, 0);
  return (
    <BothLanguages value={both}>
      <PageHead
        title={localized(rubric.name)}
        aside={t("version", { version: rubric.version, day: day(rubric.publishedAt) })}
      >
        <span className={classes.tools}>
          <Switch
            label={t("both")}
            checked={both}
            onChange={(event) => choose(event.currentTarget.checked)}
          />
          <Button
            variant="default"
            leftSection={<IconPrinter {...icon} />}
            onClick={() => window.print()}
          >
            {t("print")}
          </Button>
        </span>
      </PageHead>
      <div className={classes.page}>
        <Contents rubric={rubric} />
        <article className={classes.article}>
          <p className={classes.lead}>{t("lead")}</p>
          {rubric.criteria.map((criterion, at) => (
            <CriterionSection
              key={criterion.key}
              criterion={criterion}
              number={at + 1}
              share={all > 0 ? criterion.weight / all : 0}
            />
          ))}
          <PresetsSection rubric={rubric} />
          <GatesSection rubric={rubric} />
          <SourceSection rubric={rubric} />
        </article>
      </div>
    </BothLanguages>
  );
}
