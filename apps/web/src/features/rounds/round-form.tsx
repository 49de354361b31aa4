import type { Round } from "@highwater/shared/rounds/contract";
import { mayHost } from "@highwater/shared/rounds/policy";
import type { Member } from "@highwater/shared/team/contract";
import { Button, Group, Modal, NativeSelect, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { placeProblem } from "../../ui/form-problems";
import { ProblemNote } from "../../ui/problem-note";
import { CandidatePicker } from "./candidate-picker";
import { useMakeRound, useRoundDeeds } from "./deeds";

const hostsAmong = (members: readonly Member[]) =>
  members
    .filter((member) => !member.sample && mayHost(member))
    .map(({ id, name }) => ({ value: id, label: name }));

interface Facts {
  name: string;
  on: string;
  topic: string;
  hostId: string;
  candidateIds: string[];
}

interface RoundFormProps {
  members: readonly Member[];
  memberId: string;
  /** The round that is edited; a new one without it. */
  round?: Round;
  /** What a new one has on its agenda to begin with. */
  start?: string[];
  onClose: () => void;
  onMade?: (name: string, id: string) => void;
}

const today = () => new Date().toLocaleDateString("sv");

/** Name, day, topic, host; for a new one, its agenda as well. */
export function RoundForm(props: RoundFormProps) {
  const { members, memberId, round, start = [], onClose, onMade } = props;
  const { t } = useTranslation(["rounds", "common"]);
  const make = useMakeRound();
  const { edit } = useRoundDeeds(round?.id ?? "");
  const form = useForm<Facts>({
    initialValues: {
      name: round?.name ?? "",
      on: round?.on ?? today(),
      topic: round?.topic ?? "",
      hostId: round?.host.id ?? memberId,
      candidateIds: start,
    },
  });
  const onError = (error: unknown) => void placeProblem(form, error);
  const submit = form.onSubmit(({ candidateIds, topic, ...facts }) => {
    const input = { ...facts, topic: topic.trim() || null };
    if (round) return edit.mutate(input, { onSuccess: onClose, onError });
    make.mutate(
      { ...input, candidateIds },
      { onSuccess: ({ name, id }) => onMade?.(name, id), onError },
    );
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={round ? t("rounds:edit") : t("rounds:new")}
      closeButtonProps={{ "aria-label": t("common:act.close") }}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <TextInput
            label={t("rounds:form.name")}
            maxLength={120}
            data-autofocus
            {...form.getInputProps("name")}
          />
          <Group grow gap="sm" align="start">
            <TextInput type="date" label={t("rounds:form.on")} {...form.getInputProps("on")} />
            <NativeSelect
              label={t("rounds:form.host")}
              data={hostsAmong(members)}
              {...form.getInputProps("hostId")}
            />
          </Group>
          <TextInput
            label={t("rounds:form.topic")}
            maxLength={300}
            {...form.getInputProps("topic")}
          />
          {!round && (
            <CandidatePicker
              chosen={form.values.candidateIds}
              onChange={(ids) => form.setFieldValue("candidateIds", ids)}
            />
          )}
          <ProblemNote error={make.error ?? edit.error} />
          <Group gap="sm" justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("common:act.cancel")}
            </Button>
            <Button type="submit" loading={make.isPending || edit.isPending}>
              {round ? t("common:act.save") : t("rounds:make")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
