import type { Metadata } from "next";
import { headers } from "next/headers";
import { DeskPassphrase, DeskText } from "@/components/desk/fields";
import { DeskForm } from "@/components/desk/form";
import { FactorField } from "@/components/desk/people/factor-field";
import { Button } from "@/components/ui/button";
import { deskLocale } from "@/lib/auth/session";
import { newTotpSecret } from "@/lib/auth/totp";
import { translator } from "@/lib/i18n/messages";
import { accept } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await deskLocale(), "staff")("joinTitle") };
}

/** Where somebody invited takes their place: the code they were told, a passphrase of their own, their second factor. */
export default async function InvitationPage() {
  await headers();
  const locale = await deskLocale();
  const t = translator(locale, "staff");
  return (
    <>
      <h1>{t("joinTitle")}</h1>
      <p>{t("joinLead")}</p>
      <DeskForm
        id="entrada"
        className="mt-6 grid max-w-[34rem] gap-6"
        action={accept}
        csrf=""
        locale={locale}
        labels={{
          username: t("username"),
          code: t("joinCode"),
          passphrase: t("passphrase"),
          totp: t("code"),
        }}
      >
        <DeskText name="username" label={t("username")} />
        <DeskText name="code" label={t("joinCode")} hint={t("joinCodeHint")} />
        <DeskPassphrase name="passphrase" label={t("newPassphrase")} hint={t("newPassphraseHint")} />
        <FactorField
          made={newTotpSecret()}
          label={t("factorSecret")}
          hint={t("factorHint")}
          drawing={t("factorDrawing")}
          opens={t("factorOpens")}
        />
        <DeskText name="totp" label={t("code")} hint={t("joinFactorHint")} />
        <Button>{t("join")}</Button>
      </DeskForm>
      <p>
        <a href="/equipo/entrar">{t("joinThenEnter")}</a>
      </p>
    </>
  );
}
