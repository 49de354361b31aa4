import { IconX } from "@tabler/icons-react";
import classes from "./filter-chip.module.css";

interface FilterChipProps {
  name: string;
  /** What taking it off is called. */
  off: string;
  onRemove: () => void;
}

/** A filter in force, with the button that takes it off. */
export function FilterChip({ name, off, onRemove }: FilterChipProps) {
  return (
    <span className={classes.chip}>
      <span className={classes.name}>{name}</span>
      <button type="button" aria-label={off} onClick={onRemove}>
        <IconX size={12} stroke={1.8} aria-hidden />
      </button>
    </span>
  );
}
