import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { Calls } from "@/components/desk/contact/calls";
import { Card } from "@/components/desk/contact/card";
import { ContactFields } from "@/components/desk/contact/fields";
import { DeskForm } from "@/components/desk/form";
import { Button } from "@/components/ui/button";
import { deskLocale, enterDesk } from "@/lib/auth/session";
import { wallClock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import { translator } from "@/lib/i18n/messages";
import { openContact } from "@/lib/vetting/contacts/queries";
import { saveCall, saveContact, saveReason, showWord } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await deskLocale(), "desk-messages")("card.title") };
}

interface ContactPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ hecho?: string }>;
}

const acts = ["contact", "call", "anyway"] as const;

/** How the family of one report is reached without putting them at risk, for whoever works on it; that it was opened is recorded. */
export default async function ContactPage({ params, searchParams }: ContactPageProps) {
  const { staff, csrf, locale } = await enterDesk("contact.open");
  const { id } = await params;
  if (!z.uuid().safeParse(id).success) notFound();
  const t = translator(locale, "desk-messages");
  const opened = await openContact(staff, id, wallClock).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === "not_found") notFound();
    if (error.code === "not_your_report") return null;
    throw error;
  });
  const links = (
    <p>
      <a href={`/equipo/reportes/${id}`}>{t("card.backToReport")}</a> ·{" "}
      <a href={`/equipo/mensajes/${id}`}>{t("title")}</a>
    </p>
  );
  if (opened === null) {
    return (
      <>
        {links}
        <h1>{t("card.title")}</h1>
        <p>{translator(locale, "refusals")("not_your_report")}</p>
      </>
    );
  }
  const { hecho } = await searchParams;
  const done = acts.find((act) => act === hecho);
  const form = { csrf, locale, hidden: { reportId: id, seen: String(opened.seen) } };
  return (
    <>
      {done && (
        <p className="done" role="status">
          {t(`card.did.${done}`)}
        </p>
      )}
      {links}
      <h1>{t("card.title")}</h1>
      <div className="panes">
        <Card card={opened} now={wallClock()} form={form} acts={{ anyway: saveReason, word: showWord }} />
        <div>
          <Calls card={opened} form={form} log={saveCall} />
          <section className="entry">
            <details className="form" open={opened.asked === null}>
              <summary>{t("card.record")}</summary>
              <DeskForm
                id="contacto"
                action={saveContact}
                {...form}
                labels={{
                  way: t("card.way"),
                  address: t("card.address"),
                  "hours.from": t("card.from"),
                  mayLeaveMessage: t("card.mayLeave"),
                }}
              >
                <ContactFields locale={locale} />
                <Button>{t("card.save")}</Button>
              </DeskForm>
            </details>
          </section>
        </div>
      </div>
    </>
  );
}
