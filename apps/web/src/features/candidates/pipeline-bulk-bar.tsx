import { type BulkChange, knownVerticals } from "@highwater/shared/candidates/contract";
import { stages } from "@highwater/shared/stages/contract";
import type { Member } from "@highwater/shared/team/contract";
import { isStanding } from "@highwater/shared/team/policy";
import { Button, Menu } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { StageBadge } from "../../ui/stage-badge";
import { type Chosen, useBulk } from "./bulk";
import classes from "./pipeline.module.css";
import { BulkReportDialog } from "./pipeline-bulk-report";
import { BulkWord } from "./pipeline-bulk-word";
import type { Selection } from "./pipeline-selection";
import { facetsQuery } from "./queries";
import { useWords } from "./words";

/** What other features do with what is chosen. */
export type MoreDeeds = (chosen: Chosen, count: number, onDone: () => void) => ReactNode;

interface BarProps {
  selection: Selection;
  count: number;
  members: readonly Member[];
  more?: MoreDeeds | undefined;
  /** What is on screen is archived, and may be restored. */
  archived: boolean;
}

/** What may be done to the chosen rows at once. */
export function BulkBar({ selection, count, members, more, archived }: BarProps) {
  const { t } = useTranslation("pipeline");
  const bulk = useBulk(selection.clear);
  const { size, chosen } = selection;
  const change = (what: BulkChange) => bulk.run(chosen, what);
  return (
    <>
      {size > 0 && (
        <section className={classes.bulk} aria-label={t("bulk.title")} aria-busy={bulk.busy}>
          <strong role="status">{t("bulk.selected", { count: size })}</strong>
          {selection.more && (
            <Button variant="subtle" onClick={selection.chooseWhole}>
              {t("bulk.whole", { count })}
            </Button>
          )}
          <Deeds members={members} archived={archived} busy={bulk.busy} change={change} />
          {more?.(chosen, size, selection.clear)}
          <Button variant="subtle" onClick={selection.clear}>
            {t("bulk.clear")}
          </Button>
        </section>
      )}
      {bulk.report && <BulkReportDialog report={bulk.report} onClose={bulk.close} />}
    </>
  );
}

interface DeedsProps extends Pick<BarProps, "members" | "archived"> {
  busy: boolean;
  change: (what: BulkChange) => void;
}

function Deeds({ members, archived, busy, change }: DeedsProps) {
  const { t } = useTranslation("pipeline");
  const words = useWords();
  const { data } = useQuery(facetsQuery());
  const nameOf = (vertical: string) => words("vertical", vertical);
  const verticals = [...new Set([...knownVerticals, ...(data?.verticals ?? [])])];
  const keyOf = (name: string) => verticals.find((key) => nameOf(key) === name) ?? name;
  const tags = data?.tags ?? [];
  return (
    <>
      <Menu>
        <Menu.Target>
          <Button variant="default" loading={busy}>
            {t("column.stage")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {stages
            .filter((stage) => stage !== "decided")
            .map((stage) => (
              <Menu.Item key={stage} onClick={() => change({ stage })}>
                <StageBadge stage={stage} />
              </Menu.Item>
            ))}
        </Menu.Dropdown>
      </Menu>
      <BulkWord
        name={t("bulk.addTag")}
        options={tags}
        onWord={(tag) => change({ addTags: [tag] })}
      />
      <BulkWord
        name={t("bulk.removeTag")}
        options={tags}
        onWord={(tag) => change({ removeTags: [tag] })}
      />
      <BulkWord
        name={t("column.vertical")}
        options={[...new Set(verticals.map(nameOf))]}
        onWord={(name) => change({ vertical: keyOf(name) })}
      />
      <Menu>
        <Menu.Target>
          <Button variant="default">{t("column.owner")}</Button>
        </Menu.Target>
        <Menu.Dropdown mah={320} className={classes.owners}>
          {members
            .filter((member) => isStanding(member) && !member.sample)
            .map(({ id, name }) => (
              <Menu.Item key={id} onClick={() => change({ ownerId: id })}>
                {name}
              </Menu.Item>
            ))}
          <Menu.Item onClick={() => change({ ownerId: null })}>{t("bulk.nobody")}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Button variant="default" onClick={() => change({ archived: !archived })}>
        {t(archived ? "bulk.restore" : "bulk.archive")}
      </Button>
    </>
  );
}
