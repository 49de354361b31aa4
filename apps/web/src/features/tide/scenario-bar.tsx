import type { TideBoard } from "@highwater/shared/tide/board";
import type { Scenario } from "@highwater/shared/tide/contract";
import { Button, Group, NativeSelect, SegmentedControl, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemNote } from "../../ui/problem-note";
import { useRemoveScenario, useSaveScenario } from "./deeds";
import { addressOf, type Question, type TideSearch } from "./search";
import classes from "./tide.module.css";

interface ScenarioBarProps {
  board: TideBoard;
  scenarios: readonly Scenario[];
  question: Question;
  search: TideSearch;
  maySave: boolean;
  onSearch: (next: Partial<TideSearch>) => void;
}

const key = (question: Question) => JSON.stringify(addressOf(question));

/** Whose marks, which scenario, against which other; and keeping what is on screen. */
export function ScenarioBar(props: ScenarioBarProps) {
  const { board, scenarios, question, search, maySave, onSearch } = props;
  const { t } = useTranslation("tide");
  const remove = useRemoveScenario();
  const open = scenarios.find((scenario) => key(scenario) === key(question));
  const options = scenarios.map(({ id, name }) => ({ value: id, label: name }));
  const take = (id: string) => {
    const scenario = scenarios.find((one) => one.id === id);
    if (scenario) onSearch(addressOf(scenario));
  };
  return (
    <div className={classes.scenario}>
      <SegmentedControl
        size="xs"
        aria-label={t("scope.label")}
        value={board.scope}
        data={[
          { value: "team", label: t("scope.team") },
          { value: "mine", label: t("scope.mine") },
        ]}
        onChange={(scope) => onSearch({ scope: scope === "mine" ? "mine" : "team" })}
      />
      <NativeSelect
        size="xs"
        label={t("scenario.open")}
        value={open?.id ?? ""}
        data={[{ value: "", label: t("scenario.own") }, ...options]}
        onChange={({ currentTarget }) => take(currentTarget.value)}
      />
      {scenarios.length > 0 && (
        <NativeSelect
          size="xs"
          label={t("scenario.compare")}
          value={search.vs ?? ""}
          data={[{ value: "", label: t("scenario.none") }, ...options]}
          onChange={({ currentTarget }) => onSearch({ vs: currentTarget.value || undefined })}
        />
      )}
      {maySave &&
        (open ? (
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            loading={remove.isPending}
            onClick={() => remove.mutate(open.id)}
          >
            {t("scenario.remove")}
          </Button>
        ) : (
          <Saving question={question} />
        ))}
    </div>
  );
}

function Saving({ question }: { question: Question }) {
  const { t } = useTranslation("tide");
  const save = useSaveScenario();
  const [name, setName] = useState("");
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const said = name.trim();
        if (said !== "") save.mutate({ ...question, name: said }, { onSuccess: () => setName("") });
      }}
    >
      <Group gap="xs" align="end" wrap="nowrap">
        <TextInput
          size="xs"
          flex={1}
          label={t("scenario.name")}
          maxLength={80}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <Button
          size="xs"
          type="submit"
          variant="default"
          disabled={name.trim() === ""}
          loading={save.isPending}
        >
          {t("scenario.save")}
        </Button>
      </Group>
      <ProblemNote error={save.error} />
    </form>
  );
}
