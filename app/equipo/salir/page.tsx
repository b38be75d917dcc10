import type { Metadata } from "next";
import { ButtonLink } from "@/components/ui/button";
import { deskLocale } from "@/lib/auth/session";
import { translator } from "@/lib/i18n/messages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await deskLocale(), "staff")("leftTitle") };
}

export default async function LeftPage() {
  const t = translator(await deskLocale(), "staff");
  return (
    <>
      <h1>{t("leftTitle")}</h1>
      <p>{t("left")}</p>
      <p>
        <ButtonLink href="/equipo/entrar">{t("enterAgain")}</ButtonLink>
      </p>
    </>
  );
}
