import type { ReadBoard } from "@highwater/shared/ranking/board";
import type { Dethroning, Flip } from "@highwater/shared/ranking/flips";
import { flipsOf } from "@highwater/shared/ranking/flips";
import type { Rubric } from "@highwater/shared/rubrics/contract";
import { Trans, useTranslation } from "react-i18next";
import { oneDecimal } from "../../../lib/numbers";
import { UserText, useLocalized } from "../../../ui/localized";
import type { Ranked } from "./ranked";
import { heaviest } from "./search";
import classes from "./studio.module.css";

interface FragilityProps {
  board: ReadBoard;
  rubric: Rubric;
  now: Ranked;
  weights: readonly number[];
  selected: number | undefined;
  /** Undefined while it is worked out; null where no single weight does it. */
  dethroning: Dethroning | null | undefined;
}

/** What would change the order: of the first, and of the row that is selected. */
export function Fragility(props: FragilityProps) {
  const { board, now, selected, dethroning } = props;
  const { t } = useTranslation("studio");
  const [first] = now.order;
  if (first === undefined || now.ranked < 2) return null;
  const rank = selected === undefined ? 0 : (now.ranks[selected] ?? 0);
  return (
    <section className={classes.fragility} aria-live="polite">
      <h2>{t("fragile")}</h2>
      {dethroning === undefined && <p className={classes.dim}>{t("working")}</p>}
      {dethroning === null && (
        <p>{t("neverDethroned", { name: board.names[first], most: heaviest })}</p>
      )}
      {dethroning && <Sentence {...props} flip={dethroning} rival={dethroning.rival} />}
      {selected !== undefined && rank > 1 && <Overtaking {...props} rival={selected} />}
      {selected === undefined && <p className={classes.dim}>{t("pick")}</p>}
    </section>
  );
}

function Sentence({
  board,
  rubric,
  flip,
  rival,
}: Pick<FragilityProps, "board" | "rubric"> & { flip: Flip; rival: number }) {
  const { t } = useTranslation("studio");
  const localized = useLocalized();
  const criterion = rubric.criteria.find(({ key }) => key === flip.criterion);
  const values = {
    rival: board.names[rival],
    criterion: criterion ? localized(criterion.short) : flip.criterion,
    weight: oneDecimal(flip.weight),
    by: oneDecimal(Math.abs(flip.change)),
  };
  return (
    <p>
      <Trans
        t={t}
        i18nKey={flip.way === "up" ? "flipUp" : "flipDown"}
        values={values}
        components={{ b: <b /> }}
      />
    </p>
  );
}

/** The selected row against the first: each single weight that would do it, the nearest first. */
function Overtaking({ rival, ...props }: FragilityProps & { rival: number }) {
  const { board, now, weights } = props;
  const { t } = useTranslation("studio");
  const first = now.order[0] as number;
  const flips = flipsOf(board.columns, first, rival, { weights, most: heaviest });
  return (
    <div>
      <h3>
        <UserText>{board.names[rival] ?? ""}</UserText>
      </h3>
      {flips.length === 0 ? (
        <p className={classes.dim}>{t("noFlip", { first: board.names[first] })}</p>
      ) : (
        flips
          .slice(0, 3)
          .map((flip) => (
            <Sentence key={`${flip.criterion} ${flip.way}`} {...props} flip={flip} rival={rival} />
          ))
      )}
    </div>
  );
}
