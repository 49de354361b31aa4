import { DecisionInput, type Outcome, type Stage } from "@highwater/shared/stages/contract";
import {
  Button,
  Group,
  Input,
  Modal,
  SegmentedControl,
  Stack,
  Textarea,
  TextInput,
} from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { isProblem } from "../../lib/api-problem";
import { placeProblem } from "../../ui/form-problems";
import { ProblemNote } from "../../ui/problem-note";
import { nextLookIn, usualWait, waits } from "./days";
import { useDecide } from "./deeds";

const oneLine = (text: string) => text.trim().replace(/\s*\n\s*/g, " ");

interface DecideDialogProps {
  candidate: { id: string; name: string; stage: Stage };
  outcome: Outcome;
  onClose: () => void;
}

/** Why; and for a watch, when to look again and what for. */
export function DecideDialog({ candidate, outcome, onClose }: DecideDialogProps) {
  const { t } = useTranslation(["stages", "common"]);
  const decide = useDecide();
  const form = useForm({
    initialValues: { reason: "", trigger: "", days: String(usualWait), exception: "" },
  });
  const { id, name, stage } = candidate;
  const submit = form.onSubmit(({ reason, trigger, days, exception }) => {
    const watch = { trigger: trigger.trim() || null, nextLook: nextLookIn(Number(days)) };
    const input = DecisionInput.parse({
      outcome,
      from: stage,
      reason: oneLine(reason) || null,
      ...(outcome === "watch" ? watch : {}),
      ...(exception.trim() ? { exception: { reason: oneLine(exception) } } : {}),
    });
    decide.mutate(
      { id, name, input },
      { onSuccess: onClose, onError: (error) => placeProblem(form, error) },
    );
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(`stages:decide.title.${outcome}`, { name })}
      closeButtonProps={{ "aria-label": t("common:act.close") }}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Textarea
            label={t("stages:decide.reason")}
            autosize
            minRows={2}
            maxLength={2000}
            data-autofocus
            {...form.getInputProps("reason")}
          />
          {outcome === "watch" && (
            <>
              <Input.Wrapper label={t("stages:decide.again")} labelElement="div">
                <SegmentedControl
                  display="flex"
                  aria-label={t("stages:decide.again")}
                  data={waits.map((days) => ({
                    value: String(days),
                    label: t("stages:decide.days", { days }),
                  }))}
                  {...form.getInputProps("days")}
                />
              </Input.Wrapper>
              <TextInput
                label={t("stages:decide.trigger")}
                maxLength={500}
                {...form.getInputProps("trigger")}
              />
            </>
          )}
          <ProblemNote error={decide.error} />
          {isProblem(decide.error, "stages.barred") && (
            <Textarea
              label={t("stages:decide.exception")}
              description={t("stages:decide.exceptionHint")}
              autosize
              minRows={2}
              maxLength={2000}
              {...form.getInputProps("exception")}
            />
          )}
          <Group gap="sm" justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("common:act.cancel")}
            </Button>
            <Button type="submit" loading={decide.isPending}>
              {t(`stages:outcome.${outcome}`)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
