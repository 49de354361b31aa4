import { whole } from "../../lib/numbers";
import classes from "./wizard.module.css";

interface CountsProps {
  label: string;
  figures: readonly (readonly [name: string, figure: number])[];
}

export function Counts({ label, figures }: CountsProps) {
  return (
    <section aria-label={label}>
      <dl className={classes.counts}>
        {figures.map(([name, figure]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{whole(figure)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
