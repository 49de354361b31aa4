import type { Release } from "@highwater/shared/tide/contract";
import { Checkbox, NumberInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useLocalized } from "../../ui/localized";
import type { Question } from "./search";
import classes from "./tide.module.css";

interface ReleasePickerProps {
  releases: readonly Release[];
  question: Question;
  onChange: (next: Partial<Question>) => void;
}

/** The releases by date, and how likely each is held to be. One that raises nothing is a note. */
export function ReleasePicker({ releases, question, onChange }: ReleasePickerProps) {
  const { t } = useTranslation("tide");
  const localized = useLocalized();
  const { releaseIds, likelihoods } = question;
  const toggle = (id: string) =>
    onChange({
      releaseIds: releaseIds.includes(id)
        ? releaseIds.filter((one) => one !== id)
        : [...releaseIds, id],
    });
  return (
    <fieldset className={classes.picker}>
      <legend className={classes.title}>{t("releases")}</legend>
      <ul className={classes.releases}>
        {releases.map((release) => {
          const { id, name, on, status, raises } = release;
          const chosen = releaseIds.includes(id);
          return (
            <li key={id} className={classes.release}>
              {raises.length === 0 ? (
                <span className={classes.note}>
                  {localized(name)} <span className={classes.dim}>{t("isNote")}</span>
                </span>
              ) : (
                <Checkbox
                  size="xs"
                  checked={chosen}
                  onChange={() => toggle(id)}
                  label={localized(name)}
                />
              )}
              <span className={classes.when}>
                {on.slice(0, 7)} · {t(`status.${status}`)}
                {release.publishedAt && ` · ${t("published")}`}
              </span>
              {chosen && (
                <NumberInput
                  size="xs"
                  className={classes.likelihood}
                  aria-label={t("likelihoodOf", { name: localized(name) })}
                  min={0}
                  max={1}
                  step={0.1}
                  clampBehavior="strict"
                  decimalScale={2}
                  value={likelihoods[id] ?? release.likelihood}
                  onChange={(p) =>
                    typeof p === "number" && onChange({ likelihoods: { ...likelihoods, [id]: p } })
                  }
                />
              )}
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
