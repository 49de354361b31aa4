import { Modal } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ProblemNote } from "../../ui/problem-note";
import { TimeAgo } from "../../ui/time-ago";
import { changesOf } from "./changes";
import classes from "./discussion.module.css";
import { versionsQuery } from "./queries";

interface VersionsProps {
  id: string;
  onClose: () => void;
}

/** What a comment has said, the newest first, with what each edit took away and put in. */
export function Versions({ id, onClose }: VersionsProps) {
  const { t } = useTranslation(["discussion", "common"]);
  const { data, error } = useQuery(versionsQuery(id));
  const items = data?.items ?? [];
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t("discussion:versions")}
      closeButtonProps={{ "aria-label": t("common:act.close") }}
    >
      <ProblemNote error={error} />
      <ol reversed className={classes.versions}>
        {[...items].reverse().map(({ text, at }, place) => (
          <li key={at + place}>
            <div className={classes.dim}>
              <TimeAgo at={at} />
            </div>
            <p className={classes.plain}>
              {changesOf(items[items.length - place - 2]?.text, text).map((piece, nth) => (
                <Piece key={nth} {...piece} />
              ))}
            </p>
          </li>
        ))}
      </ol>
    </Modal>
  );
}

function Piece({ kind, text }: ReturnType<typeof changesOf>[number]) {
  if (kind === "taken") return <del>{text}</del>;
  if (kind === "put") return <ins>{text}</ins>;
  return text;
}
