import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { DocumentsList } from "@/components/desk/documents-list";
import { DeskForm } from "@/components/desk/form";
import { Key } from "@/components/desk/keys/key";
import { SIGN } from "@/components/desk/keys/rules";
import { OpeningFields } from "@/components/desk/opening-fields";
import { PermissionStrip } from "@/components/desk/permission-strip";
import { ReportActs } from "@/components/desk/queue/report-acts";
import { ReportAccount } from "@/components/desk/report-account";
import { Button } from "@/components/ui/button";
import { may } from "@/lib/auth/permissions";
import { deskLocale, enterDesk } from "@/lib/auth/session";
import { wallClock } from "@/lib/core/clock";
import { translator } from "@/lib/i18n/messages";
import { rememberedSearch } from "@/lib/people/indexed/remembered/commands";
import { fullName } from "@/lib/people/rules";
import { listDocuments } from "@/lib/vetting/documents/queries";
import { findPairs } from "@/lib/vetting/pairs/commands";
import { openReport } from "@/lib/vetting/reports/queries";
import { listColleagues } from "@/lib/vetting/reports/queue/queries";
import { foundOr404 } from "../../found";
import { reportActs } from "../chosen";
import { openCaseFromReport } from "./actions";
import { Attach } from "./attach";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await deskLocale(), "desk")("report.title") };
}

interface ReportPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ b?: string | string[] }>;
}

/** One report: what the family sent on one side, the case it becomes on the other. */
export default async function ReportPage({ params, searchParams }: ReportPageProps) {
  const visit = await enterDesk("report.open");
  const { staff, csrf, locale } = visit;
  const { id } = await params;
  const { b } = await searchParams;
  if (!z.uuid().safeParse(id).success) notFound();
  const report = await foundOr404(openReport(staff, id, wallClock));
  if (report.payload.reply) redirect(`/equipo/replicas/${id}`);
  await findPairs(staff, { kind: "report", id }, wallClock);
  const t = translator(locale, "desk");
  const m = translator(locale, "desk-messages");
  return (
    <>
      <p>
        <a href="/equipo">{t("report.back")}</a>
      </p>
      <h1>
        {fullName(report.payload.person)}
        {report.urgent && <strong className="mark-urgent"> {t("queue.urgent")}</strong>}
      </h1>
      <PermissionStrip answers={report.payload.permissions} locale={locale} />
      <p>
        <a href={`/equipo/mensajes/${id}`} data-key="M">
          {m("title")} <Key of="M" />
        </a>{" "}
        · <a href={`/equipo/reportes/${id}/contacto`}>{m("contact")}</a>
      </p>
      <p className="note">
        {report.gaps.length === 0
          ? t("queue.complete")
          : t("queue.missing", { list: report.gaps.map((gap) => t(`gaps.${gap}`)).join(", ") })}
      </p>
      <div className="panes">
        <section className="entry">
          <h2>{t("report.account")}</h2>
          <ReportAccount report={report} locale={locale} />
          <DocumentsList reportId={id} documents={await listDocuments(staff, id)} locale={locale} />
          {report.stage === "waiting" && (
            <ReportActs
              report={report}
              visit={visit}
              colleagues={await listColleagues(staff)}
              now={wallClock()}
              back={{}}
              acts={reportActs}
            />
          )}
        </section>
        <div>
          {report.stage === "waiting" && may(staff, "case.open") && (
            <Attach
              reportId={id}
              name={fullName(report.payload.person)}
              words={typeof b === "string" ? rememberedSearch(staff, b, wallClock) : null}
              visit={visit}
            />
          )}
          <section className="entry">
            <h2>{t("report.openCase")}</h2>
            {report.stage !== "waiting" || !may(staff, "case.open") ? (
              <p>{t("report.alreadyOpen")}</p>
            ) : (
              <DeskForm
                id="caso"
                action={openCaseFromReport}
                csrf={csrf}
                locale={locale}
                hidden={{ reportId: id }}
                labels={{
                  "identity.givenNames": t("identity.givenNames"),
                  "identity.surnames": t("identity.surnames"),
                  "identity.idDocument.number": t("identity.documentNumber"),
                  "fact.earliest": t("fact.earliest"),
                  "fact.latest": t("fact.latest"),
                  "court.authority": t("fact.authority"),
                  "court.earliest": t("fact.earliest"),
                  "court.latest": t("fact.latest"),
                }}
              >
                <p className="note">{t("report.openCaseHint")}</p>
                <OpeningFields payload={report.payload} locale={locale} />
                <Button data-key={SIGN}>
                  {t("report.submit")} <Key of={SIGN} />
                </Button>
              </DeskForm>
            )}
          </section>
        </div>
      </div>
    </>
  );
}
