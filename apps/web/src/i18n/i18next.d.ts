import "i18next";
import type { catalogue } from "./en/catalogue";
import type { firstPage } from "./en/first-page";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "common";
    resources: typeof firstPage & typeof catalogue;
  }
}
