import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { DeskArea, DeskChoices, DeskSelect } from "@/components/desk/fields";
import { DeskForm } from "@/components/desk/form";
import { whoText } from "@/components/desk/identity/who-text";
import { factText } from "@/components/desk/pairs/facts";
import { KinOfBoth } from "@/components/desk/pairs/kin";
import { Button } from "@/components/ui/button";
import { may } from "@/lib/auth/permissions";
import { type DeskVisit, deskLocale, enterDesk } from "@/lib/auth/session";
import { wallClock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import { translator } from "@/lib/i18n/messages";
import { fullName } from "@/lib/people/rules";
import { previewMerge } from "@/lib/vetting/pairs/merge/queries";
import type { MergePreview } from "@/lib/vetting/pairs/merge/schema";
import { openPair } from "@/lib/vetting/pairs/queries";
import { propose, tellKinFirst } from "../../actions";

interface Props {
  params: Promise<{ pair: string }>;
  searchParams: Promise<{ queda?: string; como?: string; hecho?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await deskLocale(), "pairs")("merge.title") };
}

/** Before a merge is proposed: what moves, fact by fact, and whose value stands, as somebody chooses. */
export default async function MergePage({ params, searchParams }: Props) {
  const visit = await enterDesk("merge.propose");
  const { staff, locale } = visit;
  const id = z.uuid().safeParse((await params).pair).data ?? notFound();
  const { queda, como, hecho } = await searchParams;
  const none = (error: unknown) => {
    if (error instanceof Refusal && error.code === "not_found") notFound();
    throw error;
  };
  const { left, right } = await openPair(staff, id, wallClock).catch(none);
  if (left.kind !== "case" || right.kind !== "case") notFound();
  const [stays, goes] = queda === right.id ? [right, left] : [left, right];
  const ids = { survivingId: stays.id, absorbedId: goes.id };
  const preview = await previewMerge(staff, ids, wallClock).catch(none);
  const kind = como === "other" ? "other_episode" : "same_episode";
  const t = translator(locale, "pairs");
  const names = { reference: preview.surviving.reference, other: preview.absorbed.reference };
  const how = como === "other" ? "other" : "same";
  return (
    <>
      {hecho === "kin" && (
        <p className="done" role="status">
          {t("did.kin")}
        </p>
      )}
      <p>
        <a href={`/equipo/duplicados/${id}`}>{t("backToPair")}</a>
      </p>
      <h1>{t("merge.title")}</h1>
      <p>{t(`merge.${kind}`)}</p>
      <p>
        {t("merge.stays", { ...names, name: fullName(stays), otherName: fullName(goes) })}{" "}
        <a href={`/equipo/duplicados/${id}/unir?queda=${goes.id}&como=${how}`}>{t("merge.swap")}</a>
      </p>
      <KinOfBoth
        sides={[preview.surviving, preview.absorbed]}
        locale={locale}
        tell={({ caseId, reference }) =>
          may(staff, "kin.tell") && (
            <DeskForm
              id={`familia-${reference}`}
              action={tellKinFirst}
              csrf={visit.csrf}
              locale={locale}
              hidden={{ pairId: id, caseId, queda: stays.id, como: how }}
            >
              <Button plain>{t("kin.tell", { reference })}</Button>
            </DeskForm>
          )
        }
      />
      <DeskForm
        id="unir"
        action={propose}
        csrf={visit.csrf}
        locale={locale}
        hidden={{ pairId: id, ...ids, kind }}
        labels={{ why: t("merge.why") }}
      >
        <Choices preview={preview} kind={kind} visit={visit} />
      </DeskForm>
    </>
  );
}

interface ChoicesProps {
  preview: MergePreview;
  kind: "same_episode" | "other_episode";
  visit: DeskVisit;
}

function Choices({ preview: { surviving, absorbed, differing, untold }, kind, visit }: ChoicesProps) {
  const { locale } = visit;
  const t = translator(locale, "pairs");
  const fields = translator(locale, "desk-identity");
  const other = absorbed.reference;
  const refuses = [...surviving.permissions, ...absorbed.permissions].some(
    ({ purpose, granted, standing }) => purpose === "count" && !granted && standing,
  );
  return (
    <div className="stack">
      {differing.length === 0 ? (
        <p>{t("merge.nobody")}</p>
      ) : (
        <DeskChoices
          name="fields"
          label={t("merge.who", { other })}
          hint={t("merge.aliases")}
          many
          choices={differing.map((field) => ({
            value: field,
            label: t("merge.value", {
              field: fields(`fields.${field}`),
              value: whoText(absorbed.who, field, locale),
              mine: whoText(surviving.who, field, locale),
            }),
          }))}
        />
      )}
      <h2>{t("merge.factsTitle", { other })}</h2>
      {absorbed.facts.length === 0 && <p>{t("merge.noFacts")}</p>}
      {absorbed.facts.map((fact, place) => (
        <div key={fact.id}>
          <input type="hidden" name={`facts.${place}.fact`} value={fact.id} />
          <DeskSelect
            name={`facts.${place}.as`}
            label={factText(fact, locale)}
            value={untold.has(fact.id) || kind === "other_episode" ? "add" : "leave"}
            choices={[
              { value: "leave", label: t("merge.leave") },
              { value: "add", label: t("merge.add") },
              ...surviving.facts
                .filter(
                  (one) => one.track === fact.track && one.knownFrom !== null && kind === "same_episode",
                )
                .map((one) => ({ value: one.id, label: t("merge.over", { fact: factText(one, locale) }) })),
            ]}
          />
        </div>
      ))}
      <h2>{t("merge.moves")}</h2>
      <ul>
        <li>{t("merge.movesEvidence", { n: absorbed.evidence })}</li>
        <li>{t("merge.movesReports", { n: absorbed.reports })}</li>
        <li>{t("merge.movesPermissions", { n: absorbed.permissions.length })}</li>
      </ul>
      {refuses && <p className="note">{t("merge.refuses")}</p>}
      <DeskArea name="why" label={t("merge.why")} />
      <div>
        <Button>{t("merge.submit")}</Button>
      </div>
    </div>
  );
}
