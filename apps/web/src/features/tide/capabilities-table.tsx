import type { Capability, Release } from "@highwater/shared/tide/contract";
import { Button, VisuallyHidden } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { figure } from "../../lib/numbers";
import { UserText, useLocalized } from "../../ui/localized";
import { TimeAgo } from "../../ui/time-ago";
import { Quote } from "./quote";
import classes from "./tide.module.css";

interface CapabilitiesTableProps {
  capabilities: readonly Capability[];
  releases: readonly Release[];
  mayEdit: boolean;
  onEdit: (capability: Capability) => void;
}

export function CapabilitiesTable(props: CapabilitiesTableProps) {
  const { capabilities, releases, mayEdit, onEdit } = props;
  const { t } = useTranslation("tide");
  const localized = useLocalized();
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t("capability.name")}</th>
            <th scope="col" className="num">
              {t("capability.level")}
            </th>
            <th scope="col">{t("capability.status")}</th>
            <th scope="col">{t("release.source")}</th>
            <th scope="col">{t("capability.history")}</th>
            {mayEdit && (
              <th scope="col">
                <VisuallyHidden>{t("release.deeds")}</VisuallyHidden>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {capabilities.map((capability) => (
            <tr key={capability.id}>
              <th scope="row">
                <UserText>{localized(capability.name)}</UserText>
              </th>
              <td className="num">{figure(capability.level)}</td>
              <td>{t(`levelStatus.${capability.status}`)}</td>
              <td>
                <Quote source={capability.source} citation={capability.citation} />
              </td>
              <td>
                <History capability={capability} releases={releases} />
              </td>
              {mayEdit && (
                <td>
                  <Button variant="default" size="compact-sm" onClick={() => onEdit(capability)}>
                    {t("edit")}
                  </Button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type HistoryProps = { capability: Capability; releases: readonly Release[] };

function History({ capability, releases }: HistoryProps) {
  const { t } = useTranslation("tide");
  const localized = useLocalized();
  if (capability.history.length < 2) return <span className={classes.dim}>–</span>;
  return (
    <ul className={classes.reasons}>
      {capability.history.map(({ level, at, by, releaseId, source }) => {
        const release = releases.find(({ id }) => id === releaseId)?.name;
        return (
          <li key={`${at} ${level}`}>
            {figure(level)}
            <span className={classes.dim}>
              {" "}
              · {release ? localized(release) : (source ?? by?.name ?? t("capability.start"))} ·{" "}
              <TimeAgo at={at} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}
