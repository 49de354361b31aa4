import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { candidateQuery, duplicatesQuery } from "../../features/candidates/queries";
import { MergedHere } from "../../features/merges/merged-here";
import { Pick } from "../../features/merges/pick";
import { useUndo } from "../../features/merges/use-undo";
import { PageHead } from "../../ui/page-head";
import { MergeSides } from "./merge-sides";

export function MergePage() {
  const { t } = useTranslation("merges");
  const { id } = useParams({ from: "/t/$team/c/$id/merge" });
  const { with: other } = useSearch({ from: "/t/$team/c/$id/merge" });
  const navigate = useNavigate({ from: "/t/$team/c/$id/merge" });
  const undo = useUndo();
  const { data: stored } = useSuspenseQuery(candidateQuery(id));
  const { name, website } = stored.data;
  const alike = useQuery(duplicatesQuery({ name, website: website ?? "", except: id }));
  return (
    <>
      <PageHead title={t("title")} aside={name} />
      {other !== undefined && other !== id ? (
        <MergeSides key={`${id} ${other}`} id={id} other={other} />
      ) : (
        <Pick
          candidate={stored.data}
          duplicates={alike.data?.items ?? []}
          onPick={(picked) => void navigate({ search: { with: picked } })}
        />
      )}
      <MergedHere id={id} onUndo={undo} />
    </>
  );
}
