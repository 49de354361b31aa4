import type { Capability, Release } from "@highwater/shared/tide/contract";
import { Button, VisuallyHidden } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { figure, twoDecimals } from "../../lib/numbers";
import { ConfirmButton } from "../../ui/confirm-button";
import { UserText, useLocalized } from "../../ui/localized";
import { notify } from "../../ui/notify";
import { usePublish } from "./deeds";
import { Quote } from "./quote";
import classes from "./tide.module.css";

interface ReleasesTableProps {
  releases: readonly Release[];
  capabilities: readonly Capability[];
  mayEdit: boolean;
  onEdit: (release: Release) => void;
}

export function ReleasesTable({ releases, capabilities, mayEdit, onEdit }: ReleasesTableProps) {
  const { t } = useTranslation("tide");
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t("release.on")}</th>
            <th scope="col">{t("release.name")}</th>
            <th scope="col">{t("release.raises")}</th>
            <th scope="col">{t("release.status")}</th>
            <th scope="col" className="num">
              {t("release.likelihood")}
            </th>
            <th scope="col">{t("release.source")}</th>
            {mayEdit && (
              <th scope="col">
                <VisuallyHidden>{t("release.deeds")}</VisuallyHidden>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {releases.map((release) => (
            <ReleaseRow key={release.id} {...{ release, capabilities, mayEdit, onEdit }} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type RowProps = Omit<ReleasesTableProps, "releases"> & { release: Release };

function ReleaseRow({ release, capabilities, mayEdit, onEdit }: RowProps) {
  const { t } = useTranslation(["tide", "vocabulary"]);
  const localized = useLocalized();
  const publish = usePublish();
  const { name, on, vector, status, market, likelihood, raises, note, publishedAt } = release;
  const nameOf = (key: string) => {
    const known = capabilities.find((one) => one.key === key)?.name;
    return known ? localized(known) : key;
  };
  const told = (crossing: number) =>
    notify.done(t("tide:release.publishedNote", { name: localized(name), count: crossing }));
  return (
    <tr>
      <td>{on}</td>
      <th scope="row">
        <UserText>{localized(name)}</UserText>
        <div className={classes.dim}>
          {t(`tide:vector.${vector}`)}
          {market !== "global" && ` · ${t(`vocabulary:market.${market}`)}`}
        </div>
      </th>
      <td>
        {raises.length === 0 ? (
          <span className={classes.dim}>{t("tide:isNote")}</span>
        ) : (
          raises.map(({ capability, old, level }) => (
            <div key={capability}>
              {nameOf(capability)} {figure(old)} → {figure(level)}
              {level >= 100 && old < 100 && (
                <span className={classes.crosses}>{t("tide:release.boundary")}</span>
              )}
            </div>
          ))
        )}
      </td>
      <td>{t(`tide:status.${status}`)}</td>
      <td className="num">{twoDecimals(likelihood)}</td>
      <td>
        <Quote source={release.source} citation={release.citation} note={note} />
      </td>
      {mayEdit && (
        <td>
          {publishedAt ? (
            <span className={classes.chip}>{t("tide:published")}</span>
          ) : (
            <div className={classes.actions}>
              <Button variant="default" size="compact-sm" onClick={() => onEdit(release)}>
                {t("tide:edit")}
              </Button>
              <ConfirmButton
                label={t("tide:release.publish")}
                warning={t("tide:release.publishWarning", { name: localized(name) })}
                loading={publish.isPending}
                onConfirm={() =>
                  publish.mutate(release.id, {
                    onSuccess: ({ crossing }) => told(crossing),
                    onError: notify.failed,
                  })
                }
              />
            </div>
          )}
        </td>
      )}
    </tr>
  );
}
