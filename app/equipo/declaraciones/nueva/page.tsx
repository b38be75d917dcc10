import type { Metadata } from "next";
import { FigureFields } from "@/components/desk/claims/figure-fields";
import { labelsOf } from "@/components/desk/claims/words";
import { DeskForm } from "@/components/desk/form";
import { Button } from "@/components/ui/button";
import { deskLocale, enterDesk } from "@/lib/auth/session";
import { listForRelating } from "@/lib/claims/ledger/queries";
import { translator } from "@/lib/i18n/messages";
import { enter } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await deskLocale(), "ledger")("new.title") };
}

/** Where a figure that the ledger does not have is written down from its source. */
export default async function NewFigure() {
  const { staff, csrf, locale } = await enterDesk("claim.enter");
  const t = translator(locale, "ledger");
  return (
    <>
      <p>
        <a href="/equipo/declaraciones">{t("back")}</a>
      </p>
      <h1>{t("new.title")}</h1>
      <p className="note">{t("new.lead")}</p>
      <DeskForm
        id="cifra"
        action={enter}
        csrf={csrf}
        locale={locale}
        labels={labelsOf(locale)}
        className="form"
      >
        <FigureFields others={await listForRelating(staff)} locale={locale} />
        <p>
          <Button>{t("new.submit")}</Button>
        </p>
      </DeskForm>
    </>
  );
}
