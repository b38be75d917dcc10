import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FigureFields } from "@/components/desk/claims/figure-fields";
import { labelsOf } from "@/components/desk/claims/words";
import { DeskText } from "@/components/desk/fields";
import { DeskForm } from "@/components/desk/form";
import { Button } from "@/components/ui/button";
import { deskLocale, enterDesk } from "@/lib/auth/session";
import { typedOf } from "@/lib/claims/entries/rules";
import { translator } from "@/lib/i18n/messages";
import { again } from "../../actions";
import { figureOr404 } from "../figure";

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return {
    title: translator(await deskLocale(), "ledger")("again.title", { id: (await params).id.slice(0, 80) }),
  };
}

/** A figure entered again over what the ledger says of it: everything as it stands, to change what was wrong. */
export default async function CorrectFigure({ params }: Props) {
  const { staff, csrf, locale } = await enterDesk("claim.enter");
  const { id, held, over, others } = await figureOr404(staff, (await params).id);
  if (!held) notFound();
  const t = translator(locale, "ledger");
  return (
    <>
      <p>
        <a href={`/equipo/declaraciones/${id}`}>{t("copies.back")}</a>
      </p>
      <h1 className="breakable">{t("again.title", { id })}</h1>
      <p className="note">{t("again.lead")}</p>
      <DeskForm
        id="cifra"
        action={again}
        csrf={csrf}
        locale={locale}
        hidden={{ id, over }}
        labels={{ ...labelsOf(locale), why: t("again.why") }}
        className="form"
      >
        <FigureFields filled={typedOf(held)} others={others} locale={locale} />
        <DeskText name="why" label={t("again.why")} hint={t("again.whyHint")} />
        <p>
          <Button>{t("again.submit")}</Button>
        </p>
      </DeskForm>
    </>
  );
}
