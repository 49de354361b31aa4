import type { Text } from "@highwater/shared/kernel/contract";
import type { Vector } from "@highwater/shared/tide/contract";
import { useTranslation } from "react-i18next";
import { useLocalized } from "../../ui/localized";
import classes from "./tide.module.css";

interface Case {
  name: Text;
  line: number;
  quote: Text;
}

/** What the minutes tell of who was overrun by whom, and of one that was not. */
const cases: Record<Vector | "safe", Case | null> = {
  "model-maker": {
    name: { en: "Jasper", zh: "Jasper" },
    line: 27,
    quote: {
      en: "General ability grew, and the AIGC apps that were hot last summer are heavily challenged.",
      zh: "因为通用能力变强，去年夏天爆火的 AIGC 应用如 Jasper.ai, copy.ai 受到很大的挑战。",
    },
  },
  bundler: {
    name: { en: "LangChain", zh: "LangChain" },
    line: 75,
    quote: {
      en: "Once Microsoft 365 was released Microsoft did this itself, and LangChain largely lost its reason to exist.",
      zh: "但 Microsoft 365 发布之后，Microsoft 就把这件事情做了，Langchain 就很大程度失去了存在的意义。",
    },
  },
  "open-source": null,
  incumbent: {
    name: { en: "Basic utilities on the iPhone", zh: "iPhone 上的基础工具" },
    line: 27,
    quote: {
      en: "Like the iPhone upgrade that submerged the basic apps of the store, at the level of code.",
      zh: "类似当年 iPhone 升级，把应用商店中基础的安全等应用从 code 层面淹没掉了。",
    },
  },
  safe: {
    name: { en: "Didi: not overrun", zh: "滴滴：没有被淹没" },
    line: 184,
    quote: {
      en: "Didi is hard for the iPhone to hit, but the app store was hit.",
      zh: "这类似于滴滴很难被 iPhone 冲击，但应用商店被 iPhone 冲击了。",
    },
  },
};

/** By whom it may be overrun, with the cases of the minutes beside it. */
export function Vectors({ vectors }: { vectors: readonly Vector[] }) {
  const { t } = useTranslation("tide");
  const localized = useLocalized();
  if (vectors.length === 0) return null;
  const shown = [...vectors, "safe" as const].flatMap((key) => {
    const one = cases[key];
    return one ? [{ key, ...one }] : [];
  });
  return (
    <div>
      <h3 className={classes.title}>
        {t("vectors.title")} {vectors.map((vector) => t(`vector.${vector}`)).join(" · ")}
      </h3>
      <ul className={classes.cases}>
        {shown.map(({ key, name, line, quote }) => (
          <li key={key} className={classes.case}>
            <strong>{localized(name)}</strong>
            <blockquote>{t("line", { line, quote: localized(quote) })}</blockquote>
          </li>
        ))}
      </ul>
    </div>
  );
}
