import type { Explanation, Flag } from "@highwater/shared/ranking/contract";
import type { Gate, Rubric } from "@highwater/shared/rubrics/contract";
import { useTranslation } from "react-i18next";
import { languageTag } from "../../i18n/i18n";
import { useLocalized } from "../../ui/localized";
import { FlagChip } from "./flag-chip";
import { flagSigns } from "./flag-signs";
import classes from "./peek.module.css";

interface FlagsProps {
  flags: Flag[];
  rubric: Rubric;
  gates: Explanation["gates"];
}

/** Each flag in words, with the rule of the gate that raised it and the line it comes from. */
export function PeekFlags({ flags, rubric, gates }: FlagsProps) {
  const { t } = useTranslation("ranking");
  if (flags.length === 0) return null;
  const gateOf = (flag: Flag) => {
    const key = flagSigns[flag].gate;
    return (
      gates.find(({ gate }) => gate.key === key)?.gate ??
      rubric.gates.find((gate) => gate.key === key)
    );
  };
  return (
    <section>
      <h3 className={classes.label}>{t("peek.flags")}</h3>
      <ul className={classes.flags}>
        {flags.map((flag) => (
          <li key={flag} className={classes.flag}>
            <FlagChip flag={flag} words={t(`flag.${flag}`)} />
            <div>
              <div>{t(`flag.${flag}`)}</div>
              <Rule gate={gateOf(flag)} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Rule({ gate }: { gate: Gate | undefined }) {
  const { t } = useTranslation("ranking");
  const localized = useLocalized();
  if (!gate) return null;
  return (
    <div className={classes.rule}>
      {localized(gate.rule)}{" "}
      <span title={localized(gate.citation)} lang={languageTag()}>
        {gate.code} · {t("peek.minutes", { line: gate.citation.line })}
      </span>
    </div>
  );
}
