import { Skeleton } from "@mantine/core";
import { useTranslation } from "react-i18next";
import classes from "./ranking-view.module.css";

export function RowSkeleton() {
  const { t } = useTranslation("common");
  return (
    <div className={classes.skeleton} role="status" aria-label={t("state.loading")}>
      {Array.from({ length: 12 }, (_, index) => (
        <Skeleton key={index} height={22} />
      ))}
    </div>
  );
}
