import type { Metadata } from "next";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextField } from "@/components/ui/field";
import { deskLocale } from "@/lib/auth/session";
import { translator } from "@/lib/i18n/messages";
import { enter } from "./actions";

type Props = { searchParams: Promise<{ error?: string }> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const t = translator(await deskLocale(), "staff");
  const title = t("enterTitle");
  return { title: (await searchParams).error ? t("errorTitle", { title }) : title };
}

/** The door of the desk. Works without script; says the same whatever was wrong; puts nothing typed back. */
export default async function EnterPage({ searchParams }: Props) {
  const t = translator(await deskLocale(), "staff");
  const refused = (await searchParams).error !== undefined;
  return (
    <>
      {refused && <ErrorSummary title={t("problem")} errors={[{ href: "#username", text: t("refused") }]} />}
      <h1>{t("enterTitle")}</h1>
      <p>{t("enterLead")}</p>
      <form action={enter} className="mt-6 grid max-w-[34rem] gap-6">
        <TextField name="username" label={t("username")} autoComplete="username" required />
        <TextField
          name="passphrase"
          label={t("passphrase")}
          type="password"
          autoComplete="current-password"
          required
        />
        <TextField
          name="totp"
          label={t("code")}
          hint={t("codeHint")}
          inputMode="numeric"
          autoComplete="one-time-code"
          required
        />
        <div>
          <Button>{t("enter")}</Button>
        </div>
      </form>
    </>
  );
}
