import { Button, NumberInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { fieldErrors, problemText } from "../../i18n/problem-text";
import { isProblem } from "../../lib/api-problem";
import classes from "./claims.module.css";
import { useForesee } from "./queries";

const refusal = (error: unknown): string =>
  (isProblem(error) && fieldErrors(error)["probability"]) || problemText(error);

/** One's own probability, in per cent, kept by Enter or the button; it may be changed until the claim is decided. */
export function ForecastField({ id, mine }: { id: string; mine: number | null }) {
  const { t } = useTranslation(["lab", "common"]);
  const foresee = useForesee(id);
  const kept = mine === null ? "" : Math.round(mine * 1000) / 10;
  const [given, setGiven] = useState<string | number>(kept);
  return (
    <form
      className={classes.forecast}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (given !== "") foresee.mutate(Number(given) / 100);
      }}
    >
      <NumberInput
        className={classes.probability}
        label={t("lab:claims.mine")}
        suffix=" %"
        value={given}
        onChange={setGiven}
        error={foresee.error ? refusal(foresee.error) : undefined}
      />
      <Button
        type="submit"
        variant="default"
        loading={foresee.isPending}
        disabled={given === "" || given === kept}
      >
        {t(mine === null ? "lab:claims.foresee" : "common:act.save")}
      </Button>
    </form>
  );
}
