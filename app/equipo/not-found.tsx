import { deskLocale } from "@/lib/auth/session";
import { translator } from "@/lib/i18n/messages";

/** The same answer for what does not exist and for what a role may not see. */
export default async function DeskNotFound() {
  const t = translator(await deskLocale(), "staff");
  return (
    <>
      <h1>{t("missingTitle")}</h1>
      <p>{t("missing")}</p>
      <p>
        <a href="/equipo">{t("toQueue")}</a>
      </p>
    </>
  );
}
