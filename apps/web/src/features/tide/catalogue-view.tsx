import type { Capability, Release } from "@highwater/shared/tide/contract";
import { Button } from "@mantine/core";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Empty } from "../../ui/empty";
import { CapabilitiesTable } from "./capabilities-table";
import { CapabilityForm } from "./capability-form";
import { useStartCatalogue } from "./deeds";
import { DefencesForm } from "./defences-form";
import { capabilitiesQuery, defencesQuery, releasesQuery } from "./queries";
import { ReleaseForm } from "./release-form";
import { ReleasesTable } from "./releases-table";
import classes from "./tide.module.css";

type Editing = { capability: Capability | null } | { release: Release | null } | null;

/** What models can do, what is said to raise it, and what holds it back. */
export function CatalogueView({ mayEdit }: { mayEdit: boolean }) {
  const { t } = useTranslation("tide");
  const { data: capabilities } = useSuspenseQuery(capabilitiesQuery);
  const { data: releases } = useSuspenseQuery(releasesQuery);
  const { data: defences } = useQuery(defencesQuery);
  const start = useStartCatalogue();
  const [editing, setEditing] = useState<Editing>(null);
  const close = () => setEditing(null);
  if (capabilities.items.length === 0)
    return (
      <Empty
        title={t("catalogue.empty")}
        action={
          mayEdit && (
            <Button loading={start.isPending} onClick={() => start.mutate()}>
              {t("catalogue.start")}
            </Button>
          )
        }
      >
        {t("catalogue.emptyHint")}
      </Empty>
    );
  return (
    <div className={classes.sections}>
      <section aria-labelledby="releases">
        <div className={classes.sectionHead}>
          <h2 id="releases" className={classes.title}>
            {t("releases")}
          </h2>
          <p className={classes.dim}>{t("catalogue.releasesLead")}</p>
          {mayEdit && (
            <Button variant="default" onClick={() => setEditing({ release: null })}>
              {t("release.new")}
            </Button>
          )}
        </div>
        <ReleasesTable
          releases={releases.items}
          capabilities={capabilities.items}
          mayEdit={mayEdit}
          onEdit={(release) => setEditing({ release })}
        />
      </section>
      <section aria-labelledby="capabilities">
        <div className={classes.sectionHead}>
          <h2 id="capabilities" className={classes.title}>
            {t("capabilities")}
          </h2>
          <p className={classes.dim}>{t("catalogue.capabilitiesLead")}</p>
          {mayEdit && (
            <Button variant="default" onClick={() => setEditing({ capability: null })}>
              {t("capability.new")}
            </Button>
          )}
        </div>
        <CapabilitiesTable
          capabilities={capabilities.items}
          releases={releases.items}
          mayEdit={mayEdit}
          onEdit={(capability) => setEditing({ capability })}
        />
      </section>
      {defences && (
        <DefencesForm
          key={defences.etag}
          table={defences.data}
          etag={defences.etag}
          mayEdit={mayEdit}
        />
      )}
      {editing && "release" in editing && (
        <ReleaseForm release={editing.release} capabilities={capabilities.items} onClose={close} />
      )}
      {editing && "capability" in editing && (
        <CapabilityForm capability={editing.capability} onClose={close} />
      )}
    </div>
  );
}
