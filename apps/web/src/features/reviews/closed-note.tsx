import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Empty } from "../../ui/empty";
import { PageHead } from "../../ui/page-head";

/** Why a member may not review a candidate; null when they may. */
export type Closed = "viewer" | "recused" | "archived" | "decided";

export function ClosedNote({ name, why, link }: { name: string; why: Closed; link: ReactNode }) {
  const { t } = useTranslation("reviews");
  return (
    <>
      <PageHead title={name} />
      <Empty title={t("closed.title")} action={link}>
        {t(`closed.${why}`)}
      </Empty>
    </>
  );
}
