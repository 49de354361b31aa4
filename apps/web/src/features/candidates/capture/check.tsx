import { maxPastedCharacters } from "@highwater/shared/candidates/contract";
import { Alert, Button, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { isProblem } from "../../../lib/api-problem";
import { Empty } from "../../../ui/empty";
import { LinkButton } from "../../../ui/link";
import { notify } from "../../../ui/notify";
import { PageHead } from "../../../ui/page-head";
import { ProblemNote } from "../../../ui/problem-note";
import classes from "./capture.module.css";
import { CheckList } from "./check-list";
import { keepText } from "./kept";
import { parsedQuery } from "./queries";
import { Unread } from "./unread";

interface CheckProps {
  text: string;
  team: string;
  memberId: string;
  hrefOf: (id: string) => string;
  onDone: () => void;
  onBack: () => void;
}

/** What was read from pasted text, to be checked and entered in one act. */
export function Check({ text, team, memberId, hrefOf, onDone, onBack }: CheckProps) {
  const { t } = useTranslation("capture");
  const long = text.length > maxPastedCharacters;
  const { data, error, refetch } = useQuery({ ...parsedQuery(text), enabled: !long });
  useEffect(() => {
    if (!long) keepText(memberId, text);
  }, [memberId, text, long]);
  const entered = (count: number) => {
    keepText(memberId, "");
    notify.done(t("check.added", { count }));
    onDone();
  };
  const tooMuch = long || isProblem(error, "capture.too_much") || isProblem(error, "too_large");
  const back = (
    <Button variant="default" onClick={onBack}>
      {t("check.back")}
    </Button>
  );
  return (
    <>
      <PageHead
        title={t("check.title")}
        aside={data && t("check.read", { count: data.rows.length })}
      />
      <div className={classes.page}>
        {tooMuch && <TooMuch team={team} />}
        {error && !tooMuch && <ProblemNote error={error} onRetry={() => void refetch()} />}
        {(tooMuch || error) && <div>{back}</div>}
        {!data && !error && !long && <Waiting />}
        {data?.rows.length === 0 && (
          <>
            <Empty title={t("nothing.title")} action={back}>
              {t("nothing.text")}
            </Empty>
            <Unread lines={data.unread} />
          </>
        )}
        {data && data.rows.length > 0 && (
          <CheckList captured={data} hrefOf={hrefOf} onEntered={entered} onBack={onBack} />
        )}
      </div>
    </>
  );
}

function TooMuch({ team }: { team: string }) {
  const { t } = useTranslation(["capture", "problems"]);
  return (
    <Alert role="alert" color="red" variant="light">
      <p className={classes.words}>{t("problems:code.capture.too_much")}</p>
      <LinkButton variant="default" to="/t/$team/import" params={{ team }}>
        {t("capture:toImport")}
      </LinkButton>
    </Alert>
  );
}

const rows = [0, 1, 2, 3, 4, 5];

function Waiting() {
  const { t } = useTranslation("common");
  return (
    <div className={classes.waiting} role="status" aria-label={t("state.loading")}>
      {rows.map((row) => (
        <Skeleton key={row} height={32} />
      ))}
    </div>
  );
}
