import { type Scope, scopes } from "@highwater/shared/ranking/contract";
import { SegmentedControl } from "@mantine/core";
import { useTranslation } from "react-i18next";

interface ScopeControlProps {
  scope: Scope;
  onChange: (scope: Scope) => void;
}

/** The team's ranking, or one's own. */
export function ScopeControl({ scope, onChange }: ScopeControlProps) {
  const { t } = useTranslation("ranking");
  return (
    <SegmentedControl
      aria-label={t("scope.label")}
      value={scope}
      onChange={onChange}
      data={scopes.map((value) => ({
        value,
        label: <span title={t(`scopeHint.${value}`)}>{t(`scope.${value}`)}</span>,
      }))}
    />
  );
}
