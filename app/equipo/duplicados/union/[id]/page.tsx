import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { DeskArea, DeskChoices } from "@/components/desk/fields";
import { DeskForm } from "@/components/desk/form";
import { whoText } from "@/components/desk/identity/who-text";
import { factText } from "@/components/desk/pairs/facts";
import { KinOfBoth } from "@/components/desk/pairs/kin";
import { momentText } from "@/components/desk/when";
import { Button } from "@/components/ui/button";
import { may } from "@/lib/auth/permissions";
import { type DeskVisit, deskLocale, enterDesk } from "@/lib/auth/session";
import { wallClock } from "@/lib/core/clock";
import { translator } from "@/lib/i18n/messages";
import { fullName } from "@/lib/people/rules";
import { whoFields } from "@/lib/vetting/identity/schema";
import { type MergeShown, openMergeForDesk } from "@/lib/vetting/pairs/merge/queries";
import { foundOr404 } from "../../../found";
import { agree, agreeUndo, decline, declineUndo, proposeUndo } from "../../actions";

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ hecho?: string }>;
}

const acts = ["proposed", "agreed", "declined", "undoing", "undone", "stays"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await deskLocale(), "pairs")("title") };
}

/** One merge: who proposed it and why, what it moves or moved, and the word of two people for it or for undoing it. */
export default async function OneMergePage({ params, searchParams }: Props) {
  const visit = await enterDesk("pair.read");
  const { staff, locale } = visit;
  const id = z.uuid().safeParse((await params).id).data ?? notFound();
  const merge = await foundOr404(openMergeForDesk(staff, id, wallClock));
  const t = translator(locale, "pairs");
  const { hecho } = await searchParams;
  const did = acts.find((one) => one === hecho);
  const { surviving, absorbed, plan } = merge;
  const names = { surviving: surviving.reference, absorbed: absorbed.reference };
  const said = {
    who: merge.decidedBy ?? "",
    moment: merge.decidedAt ? momentText(merge.decidedAt, locale) : "",
  };
  return (
    <>
      {did && (
        <p className="done" role="status">
          {t(`did.${did}`)}
        </p>
      )}
      <p>
        <a href="/equipo/duplicados">{t("back")}</a>
      </p>
      <h1>{t("merge.one", names)}</h1>
      <p>
        {[surviving, absorbed]
          .map(({ reference, who: { identity } }) => `${reference}: ${fullName(identity)}`)
          .join(" · ")}
        {merge.pairId && (
          <>
            {" · "}
            <a href={`/equipo/duplicados/${merge.pairId}`}>{t("merge.beside")}</a>
          </>
        )}
      </p>
      <p>
        <a href={`/equipo/casos/${surviving.reference}`}>{t("caseIs", { reference: surviving.reference })}</a>
        {" · "}
        <a href={`/equipo/casos/${absorbed.reference}`}>{t("caseIs", { reference: absorbed.reference })}</a>
        {" · "}
        {t(`merge.${plan.kind}`)}
      </p>
      <p>
        {t("merge.by", { who: merge.proposedBy, moment: momentText(merge.proposedAt, locale) })}
        <span className="note">{plan.why}</span>
      </p>
      {merge.agreed === true && <p>{t("merge.agreedBy", said)}</p>}
      {merge.agreed === false && <p>{t("merge.declinedBy", said)}</p>}
      {merge.agreed === true && <p className="note">{t("merge.moved", merge.counts)}</p>}
      {merge.undoneAt && <p>{t("merge.undoneAt", { moment: momentText(merge.undoneAt, locale) })}</p>}
      {merge.agreed === null && <Waiting merge={merge} visit={visit} />}
      {merge.agreed === true && !merge.undoneAt && <Undoing merge={merge} visit={visit} />}
    </>
  );
}

function Waiting({ merge, visit }: { merge: MergeShown; visit: DeskVisit }) {
  const { staff, csrf, locale } = visit;
  const t = translator(locale, "pairs");
  const { surviving, absorbed, plan } = merge;
  const isMine = merge.proposedBy === staff.username;
  const form = { csrf, locale, hidden: { id: merge.id } };
  const taken = absorbed.facts.filter(({ id }) => plan.take.some(({ fact }) => fact === id));
  const names = { surviving: surviving.reference, absorbed: absorbed.reference };
  const fields = whoFields.filter((field) => plan.fields.includes(field));
  return (
    <section className="entry" id="confirmar">
      <p>{t("merge.will", { ...names, facts: plan.take.length })}</p>
      <ul>
        {taken.map((fact) => (
          <li key={fact.id}>{factText(fact, locale)}</li>
        ))}
        {fields.map((field) => (
          <li key={field}>
            {t("merge.value", {
              field: translator(locale, "desk-identity")(`fields.${field}`),
              value: whoText(absorbed.who, field, locale),
              mine: whoText(surviving.who, field, locale),
            })}
          </li>
        ))}
        <li>{t("merge.movesEvidence", { n: absorbed.evidence })}</li>
        <li>{t("merge.movesReports", { n: absorbed.reports })}</li>
        <li>{t("merge.movesPermissions", { n: absorbed.permissions.length })}</li>
      </ul>
      <KinOfBoth sides={[surviving, absorbed]} locale={locale} />
      <div className="acts">
        {isMine || !may(staff, "merge.confirm") ? (
          <p>{t("merge.needsOther")}</p>
        ) : (
          <DeskForm id="acuerdo" action={agree} {...form}>
            <Button data-key="1">{t("merge.agree")}</Button>
          </DeskForm>
        )}
        {(isMine || may(staff, "merge.confirm")) && (
          <DeskForm id="desacuerdo" action={decline} {...form}>
            <Button plain>{t(isMine ? "merge.takeBack" : "merge.decline")}</Button>
          </DeskForm>
        )}
      </div>
    </section>
  );
}

function Undoing({ merge, visit }: { merge: MergeShown; visit: DeskVisit }) {
  const { staff, csrf, locale } = visit;
  const t = translator(locale, "pairs");
  const { absorbed, undoing, since } = merge;
  const other = { absorbed: absorbed.reference };
  const form = { csrf, locale, hidden: { id: merge.id } };
  const isMine = undoing?.proposedBy === staff.username;
  if (!may(staff, "merge.propose")) return null;
  return (
    <section className="entry" id="deshacer">
      <h2>{t("merge.undoTitle")}</h2>
      {undoing ? (
        <>
          <p>
            {t("merge.undoBy", { who: undoing.proposedBy, moment: momentText(undoing.proposedAt, locale) })}
            <span className="note">{undoing.plan.why}</span>
          </p>
          <ul>
            {since
              .filter(({ id }) => undoing.plan.goes.includes(id))
              .map((fact) => (
                <li key={fact.id}>{factText(fact, locale)}</li>
              ))}
          </ul>
          <div className="acts">
            {isMine || !may(staff, "merge.confirm") ? (
              <p>{t("merge.needsOther")}</p>
            ) : (
              <DeskForm id="deshecho" action={agreeUndo} {...form}>
                <Button data-key="1">{t("merge.undoAgree")}</Button>
              </DeskForm>
            )}
            <DeskForm id="queda" action={declineUndo} {...form}>
              <Button plain>{t("merge.undoDecline")}</Button>
            </DeskForm>
          </div>
        </>
      ) : (
        <DeskForm id="proponer" action={proposeUndo} {...form} labels={{ why: t("merge.undoWhy") }}>
          <div className="stack">
            <p className="note">{t("merge.undoLead", other)}</p>
            {since.length === 0 ? (
              <p className="note">{t("merge.nothingSince")}</p>
            ) : (
              <DeskChoices
                name="goes"
                label={t("merge.goes", other)}
                many
                choices={since.map((fact) => ({ value: fact.id, label: factText(fact, locale) }))}
              />
            )}
            <DeskArea name="why" label={t("merge.undoWhy")} />
            <div>
              <Button plain>{t("merge.undo")}</Button>
            </div>
          </div>
        </DeskForm>
      )}
    </section>
  );
}
