import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { CopyField } from "../../../ui/copy-field";
import classes from "./capture.module.css";

const bookmarklet = (team: string) => {
  const form = JSON.stringify(`${location.origin}/t/${team}/new?name=`);
  const said = "encodeURIComponent(getSelection().toString().slice(0,1500))";
  return `javascript:void open(${form}+encodeURIComponent(document.title)+"&url="+encodeURIComponent(location.href)+"&note="+${said})`;
};

/** The ways in from other pages: a bookmark that opens the form filled in, and the phone's share sheet. */
export function Elsewhere({ team }: { team: string }) {
  const { t } = useTranslation("capture");
  const link = useRef<HTMLAnchorElement>(null);
  const code = bookmarklet(team);
  // React refuses such an address, rightly; this one is only ever dragged away.
  useEffect(() => link.current?.setAttribute("href", code), [code]);
  return (
    <details className={classes.elsewhere}>
      <summary>{t("elsewhere.title")}</summary>
      <p>{t("elsewhere.bookmark")}</p>
      <p>
        <a ref={link} href={`/t/${team}/new`} className={classes.bookmark}>
          {t("elsewhere.add")}
        </a>
      </p>
      <CopyField label={t("elsewhere.code")} value={code} />
      <p>{t("elsewhere.phone")}</p>
    </details>
  );
}
