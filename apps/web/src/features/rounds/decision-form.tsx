import { MeetingDecision, type MeetingItem } from "@highwater/shared/rounds/contract";
import { allows } from "@highwater/shared/rounds/law";
import { outcomes } from "@highwater/shared/stages/contract";
import { Button, Group, NativeSelect, SegmentedControl, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { contractErrors } from "../../i18n/problem-text";
import { forget, recall, remember } from "../../lib/remembered";
import { placeProblem } from "../../ui/form-problems";
import { ProblemNote } from "../../ui/problem-note";
import { useDecide } from "./deeds";
import classes from "./meeting.module.css";
import { readTyped, type Typed } from "./typed-decision";
import type { MeetingViewer } from "./viewer";

interface DecisionFormProps {
  roundId: string;
  current: MeetingItem;
  name: string;
  viewer: MeetingViewer;
}

const oneLine = (text: string) => text.trim().replace(/\s*\n\s*/g, " ");

function inputOf(values: Typed, current: MeetingItem) {
  const { outcome, reason, ownerId, dueOn, nextLook, trigger, exception } = values;
  const watch = { nextLook: nextLook || null, trigger: oneLine(trigger) || null };
  const barred = outcome === "invest" && oneLine(exception) !== "";
  return {
    from: current.state,
    outcome,
    reason: oneLine(reason),
    ownerId: ownerId || null,
    dueOn: dueOn || null,
    ...(outcome === "watch" ? watch : {}),
    ...(barred ? { exception: { reason: oneLine(exception) } } : {}),
  };
}

/** The decision with its owner and day. What is typed outlives a reload. */
export function DecisionForm({ roundId, current, name, viewer }: DecisionFormProps) {
  const { t } = useTranslation(["rounds", "stages"]);
  const decide = useDecide(roundId, current.id);
  const kept = `hw-decision-${current.id}`;
  const form = useForm<Typed>({
    initialValues: readTyped(recall(kept)),
    onValuesChange: (values) => remember(kept, JSON.stringify(values)),
    validate: (values) => contractErrors(MeetingDecision)(inputOf(values, current)),
  });
  const submit = form.onSubmit((values) =>
    decide.mutate(MeetingDecision.parse(inputOf(values, current)), {
      onSuccess: () => forget(kept),
      onError: (error) => void placeProblem(form, error),
    }),
  );
  if (!allows("decision", current.state)) return null;
  const { outcome } = form.values;
  const people = viewer.members
    .filter(({ sample }) => !sample)
    .map((member) => ({ value: member.id, label: member.name }));
  return (
    <form className={classes.panel} onSubmit={submit} noValidate>
      <h3>{t("rounds:decide.label")}</h3>
      <SegmentedControl
        aria-label={t("rounds:decide.outcome", { name })}
        data={outcomes.map((value) => ({ value, label: t(`stages:outcome.${value}`) }))}
        {...form.getInputProps("outcome")}
      />
      <Textarea
        label={t("rounds:decide.reason")}
        autosize
        minRows={2}
        maxRows={10}
        maxLength={2000}
        {...form.getInputProps("reason")}
      />
      {outcome === "invest" && current.bars.length > 0 && (
        <Textarea
          label={t("rounds:decide.exception", {
            gates: current.bars.join(", "),
            count: current.bars.length,
          })}
          description={t("rounds:decide.exceptionHint")}
          autosize
          minRows={2}
          maxRows={10}
          maxLength={2000}
          {...form.getInputProps("exception")}
        />
      )}
      {outcome === "watch" && (
        <Group grow gap="sm" align="start">
          <TextInput
            type="date"
            label={t("rounds:decide.nextLook")}
            {...form.getInputProps("nextLook")}
          />
          <TextInput
            label={t("rounds:decide.trigger")}
            maxLength={500}
            {...form.getInputProps("trigger")}
          />
        </Group>
      )}
      <Group grow gap="sm" align="start">
        <NativeSelect
          label={t("rounds:decide.owner")}
          data={[{ value: "", label: t("rounds:decide.nobody") }, ...people]}
          {...form.getInputProps("ownerId")}
        />
        <TextInput type="date" label={t("rounds:decide.due")} {...form.getInputProps("dueOn")} />
      </Group>
      <ProblemNote error={decide.error} />
      <Button
        type="submit"
        variant={current.state === "voting" ? "filled" : "default"}
        loading={decide.isPending}
      >
        {t("rounds:decide.submit", { outcome: t(`stages:outcome.${outcome}`) })}
      </Button>
    </form>
  );
}
