import { Autocomplete, Button, Popover } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "./pipeline.module.css";

interface WordProps {
  name: string;
  options: string[];
  onWord: (word: string) => void;
}

/** One word for all of the chosen rows: one of those in use, or a new one. */
export function BulkWord({ name, options, onWord }: WordProps) {
  const { t } = useTranslation("pipeline");
  const [open, setOpen] = useState(false);
  const [word, setWord] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (word.trim() === "") return;
    setOpen(false);
    setWord("");
    onWord(word.trim());
  };
  return (
    <Popover opened={open} onChange={setOpen} width={240} trapFocus withRoles>
      <Popover.Target>
        <Button variant="default" onClick={() => setOpen(!open)}>
          {name}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={name}>
        <form className={classes.word} onSubmit={submit}>
          <Autocomplete
            aria-label={name}
            data={options}
            limit={20}
            maxLength={60}
            value={word}
            onChange={setWord}
            comboboxProps={{ withinPortal: false }}
            data-autofocus
          />
          <Button type="submit" variant="default">
            {t("bulk.apply")}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
