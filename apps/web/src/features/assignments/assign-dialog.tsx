import { assignable } from "@highwater/shared/assignments/policy";
import type { Member } from "@highwater/shared/team/contract";
import {
  Button,
  Group,
  Modal,
  MultiSelect,
  NumberInput,
  SegmentedControl,
  TextInput,
} from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemNote } from "../../ui/problem-note";
import classes from "./assignments.module.css";
import { useAssign } from "./deeds";
import { LeftOut, Loads } from "./loads";
import { type Chosen, planQuery } from "./queries";

interface AssignDialogProps {
  chosen: Chosen;
  count: number;
  members: readonly Member[];
  onClose: () => void;
  onDone: () => void;
}

/** Many candidates to many reviewers: each to each, or evenly; what the latter would do is shown first. */
export function AssignDialog({ chosen, count, members, onClose, onDone }: AssignDialogProps) {
  const { t } = useTranslation(["assignments", "common"]);
  const [how, setHow] = useState("hand");
  const done = () => {
    onDone();
    onClose();
  };
  const form = { chosen, members, onClose, onDone: done };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("dialog.title", { count })}
      closeButtonProps={{ "aria-label": t("common:act.close") }}
    >
      <SegmentedControl
        aria-label={t("dialog.how")}
        fullWidth
        value={how}
        onChange={setHow}
        data={[
          { value: "hand", label: t("dialog.hand") },
          { value: "auto", label: t("dialog.auto") },
        ]}
      />
      {how === "hand" ? <ByHand {...form} /> : <Evenly {...form} />}
    </Modal>
  );
}

type FormProps = Omit<AssignDialogProps, "count">;

const peopleOf = (members: readonly Member[]) =>
  members.filter(assignable).map(({ id, name }) => ({ value: id, label: name }));

function DueField({ value, onChange }: { value: string; onChange: (day: string) => void }) {
  const { t } = useTranslation(["assignments", "common"]);
  return (
    <TextInput
      type="date"
      label={`${t("dialog.dueOn")} (${t("common:state.optional")})`}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

function Buttons({ onClose, children }: { onClose: () => void; children: React.ReactNode }) {
  const { t } = useTranslation("common");
  return (
    <Group justify="flex-end" gap="sm" mt="md">
      <Button variant="default" onClick={onClose}>
        {t("act.cancel")}
      </Button>
      {children}
    </Group>
  );
}

function ByHand({ chosen, members, onClose, onDone }: FormProps) {
  const { t } = useTranslation("assignments");
  const [people, setPeople] = useState<string[]>([]);
  const [due, setDue] = useState("");
  const assign = useAssign(chosen, onDone);
  return (
    <div className={classes.form}>
      <MultiSelect
        label={t("dialog.people")}
        description={t("dialog.peopleHint")}
        placeholder={people.length === 0 ? t("dialog.choose") : ""}
        data={peopleOf(members)}
        value={people}
        onChange={setPeople}
        searchable
        data-autofocus
      />
      <DueField value={due} onChange={setDue} />
      <ProblemNote error={assign.error} />
      <Buttons onClose={onClose}>
        <Button
          disabled={people.length === 0}
          loading={assign.busy}
          onClick={() => assign.run({ memberIds: people, dueOn: due || null })}
        >
          {t("dialog.handConfirm")}
        </Button>
      </Buttons>
    </div>
  );
}

const drawSeed = () => crypto.getRandomValues(new Uint32Array(1))[0] ?? 1;

function Evenly({ chosen, members, onClose, onDone }: FormProps) {
  const { t } = useTranslation("assignments");
  const [k, setK] = useState(3);
  const [cap, setCap] = useState<number>();
  const [people, setPeople] = useState<string[]>([]);
  const [due, setDue] = useState("");
  const [seed, setSeed] = useState(drawSeed);
  const auto = {
    k,
    seed,
    dueOn: due || null,
    ...(cap === undefined ? {} : { cap }),
    ...(people.length === 0 ? {} : { memberIds: people }),
  };
  const [asked] = useDebouncedValue(auto, 200);
  const plan = useQuery(planQuery(chosen, asked));
  const assign = useAssign(chosen, onDone);
  return (
    <div className={classes.form}>
      <Group grow align="flex-end" gap="sm">
        <NumberInput
          label={t("dialog.k")}
          min={1}
          max={20}
          allowDecimal={false}
          value={k}
          onChange={(value) => setK(Math.min(20, Math.max(1, Number(value) || 1)))}
        />
        <DueField value={due} onChange={setDue} />
      </Group>
      <NumberInput
        label={t("dialog.cap")}
        description={t("dialog.capHint")}
        min={0}
        max={5000}
        allowDecimal={false}
        value={cap ?? ""}
        onChange={(value) => setCap(value === "" ? undefined : Math.max(0, Number(value)))}
      />
      <MultiSelect
        label={t("dialog.pool")}
        description={t("dialog.poolHint")}
        placeholder={people.length === 0 ? t("dialog.choose") : ""}
        data={peopleOf(members)}
        value={people}
        onChange={setPeople}
        searchable
      />
      <ProblemNote error={plan.error ?? assign.error} />
      {plan.data && (
        <div aria-busy={plan.isFetching}>
          <Loads loads={plan.data.loads} />
          <LeftOut skipped={plan.data.skipped} />
          {plan.data.made === 0 && <p className={classes.dim}>{t("dialog.none")}</p>}
        </div>
      )}
      <Buttons onClose={onClose}>
        <Button variant="default" onClick={() => setSeed(drawSeed())}>
          {t("dialog.again")}
        </Button>
        <Button
          disabled={!plan.data || plan.data.made === 0 || plan.isFetching}
          loading={assign.busy}
          onClick={() => assign.run({ auto })}
        >
          {t("dialog.confirm", { count: plan.data?.made ?? 0 })}
        </Button>
      </Buttons>
    </div>
  );
}
