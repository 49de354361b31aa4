import { moats } from "@highwater/shared/candidates/contract";
import type { DefenceTable } from "@highwater/shared/tide/reliance";
import { Button, NumberInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { twoDecimals } from "../../lib/numbers";
import { ProblemNote } from "../../ui/problem-note";
import { useSetDefences } from "./deeds";
import classes from "./tide.module.css";

interface DefencesFormProps {
  table: DefenceTable;
  etag: string | undefined;
  mayEdit: boolean;
}

/** How much each moat holds back; together d = 1 − Π (1 − d). */
export function DefencesForm({ table, etag, mayEdit }: DefencesFormProps) {
  const { t } = useTranslation(["tide", "vocabulary", "common"]);
  const [values, setValues] = useState(table);
  const set = useSetDefences(etag);
  const changed = moats.some((moat) => values[moat] !== table[moat]);
  return (
    <section aria-labelledby="defences">
      <div className={classes.sectionHead}>
        <h2 id="defences" className={classes.title}>
          {t("tide:defences")}
        </h2>
        <p className={classes.dim}>{t("tide:catalogue.defencesLead")}</p>
      </div>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          set.mutate(values);
        }}
      >
        <div className={classes.defences}>
          {moats.map((moat) =>
            mayEdit ? (
              <NumberInput
                key={moat}
                label={t(`vocabulary:moat.${moat}`)}
                min={0}
                max={1}
                step={0.05}
                decimalScale={2}
                clampBehavior="strict"
                value={values[moat]}
                onChange={(value) =>
                  typeof value === "number" && setValues({ ...values, [moat]: value })
                }
              />
            ) : (
              <div key={moat}>
                {t(`vocabulary:moat.${moat}`)} {twoDecimals(table[moat])}
              </div>
            ),
          )}
        </div>
        <ProblemNote error={set.error} />
        {changed && (
          <Button type="submit" mt="sm" loading={set.isPending}>
            {t("common:act.save")}
          </Button>
        )}
      </form>
    </section>
  );
}
