import { type Evidence, EvidenceInput } from "@highwater/shared/evidence/contract";
import { ActionIcon, Anchor } from "@mantine/core";
import { IconDownload, IconPencil, IconX } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { ConfirmButton } from "../../ui/confirm-button";
import { icon } from "../../ui/icon";
import { guessLanguage, UserText } from "../../ui/localized";
import { notify } from "../../ui/notify";
import { day } from "../../ui/time-ago";
import { undoToast } from "../../ui/undo-toast";
import { useAddEvidence, useRemoveEvidence } from "./deeds";
import classes from "./evidence.module.css";
import { EditEvidence } from "./evidence-form";
import { saveFile } from "./transfer";

const Markdown = lazy(async () => ({ default: (await import("../../ui/markdown")).Markdown }));

interface EvidenceItemProps {
  piece: Evidence;
  candidateId: string;
  isOwn: boolean;
  mayChange: boolean;
}

export function EvidenceItem({ piece, candidateId, isOwn, mayChange }: EvidenceItemProps) {
  const { t } = useTranslation(["evidence", "vocabulary"]);
  const [editing, setEditing] = useState(false);
  const { id, kind, status, title, who, on, by } = piece;
  if (editing)
    return (
      <li>
        <EditEvidence candidateId={candidateId} id={id} onClose={() => setEditing(false)} />
      </li>
    );
  const heading = title ?? (kind === "call" ? t("callWith", { who }) : null);
  return (
    <li className={classes.piece} id={`evidence-${id}`}>
      <div className={classes.body}>
        <div className={classes.head}>
          <span className={classes.status} data-status={status}>
            {t(`vocabulary:trialStatus.${status}`)}
          </span>
          {heading && <UserText className={classes.heading}>{heading}</UserText>}
        </div>
        <Content piece={piece} />
        <div className={classes.dim}>
          {[t(`kind.${kind}`), title && who && t("callWith", { who }), on && day(on), by.name]
            .filter(Boolean)
            .join(" · ")}
        </div>
      </div>
      {mayChange && (
        <div className={classes.acts}>
          <ActionIcon aria-label={t("edit")} onClick={() => setEditing(true)}>
            <IconPencil {...icon} />
          </ActionIcon>
          <Remove piece={piece} candidateId={candidateId} isOwn={isOwn} />
        </div>
      )}
    </li>
  );
}

function Content({ piece: { kind, text, url, file } }: { piece: Evidence }) {
  const words = text && <p className={classes.text}>{text}</p>;
  return (
    <>
      {url && (
        <a href={url} target="_blank" rel="noreferrer nofollow">
          {url}
        </a>
      )}
      {file && (
        <Anchor
          component="button"
          type="button"
          className={classes.file}
          onClick={() => saveFile(file).catch(notify.failed)}
        >
          <IconDownload {...icon} /> {file.name}{" "}
          <small>{`${Math.max(1, Math.round(file.size / 1024)).toLocaleString()} KB`}</small>
        </Anchor>
      )}
      {kind === "call" && text && (
        <Suspense fallback={words}>
          <Markdown text={text} />
        </Suspense>
      )}
      {kind === "quote" && text && (
        <blockquote className={classes.text} lang={guessLanguage(text)}>
          {text}
        </blockquote>
      )}
      {(kind === "link" || kind === "file") && words}
    </>
  );
}

/** What to send to have one's own piece again; its file is kept for a day. */
function again({ file, kind, ...piece }: Evidence) {
  const { status, title, on, text, url, who } = piece;
  const own = { link: { url, text }, quote: { url, text }, call: { who, text } };
  return EvidenceInput.parse({
    ...{ kind, status, title, on },
    ...(kind === "file" ? { fileId: file?.id, text } : own[kind]),
  });
}

type RemoveProps = Pick<EvidenceItemProps, "piece" | "candidateId" | "isOwn">;

function Remove({ piece, candidateId, isOwn }: RemoveProps) {
  const { t } = useTranslation("evidence");
  const removal = useRemoveEvidence(candidateId);
  const add = useAddEvidence(candidateId);
  const bringBack = () => add.mutate(again(piece), { onError: notify.failed });
  const remove = async () => {
    try {
      await removal.mutateAsync(piece.id);
      if (isOwn) undoToast(t("removed"), bringBack);
    } catch (error) {
      notify.failed(error);
    }
  };
  if (!isOwn)
    return (
      <ConfirmButton
        label={t("remove")}
        warning={t("removeOther", { name: piece.by.name })}
        loading={removal.isPending}
        onConfirm={() => void remove()}
      />
    );
  return (
    <ActionIcon aria-label={t("remove")} loading={removal.isPending} onClick={() => void remove()}>
      <IconX {...icon} />
    </ActionIcon>
  );
}
