import type { Metadata } from "next";
import { ContactLines } from "@/components/shell/contact-lines";
import { checkCommands } from "@/components/tally/proof";
import { SignerTable } from "@/components/tally/signer-table";
import { DetailsList } from "@/components/ui/details-list";
import { contacts, onion, origin } from "@/lib/core/env";
import { type Locale, localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { href, pathTo } from "@/lib/i18n/paths";
import { listSigners } from "@/lib/opendata/balances/signers/queries";
import { safePage } from "../safe-page";

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${translator(localeOf((await params).locale), "verify-site")("title")} · Vigilia` };
}

/** How to tell this site from a copy and a balance from a forgery, also for whoever does not trust this page. */
export default async function VerifySite({ params }: Props) {
  const locale = localeOf((await params).locale);
  const t = translator(locale, "verify-site");
  return safePage({ locale, path: "/verificar-sitio" }, async () => {
    const [signers, security] = [await listSigners(), contacts("SECURITY")];
    return (
      <div className="sheet pt-8">
        <h1>{t("title")}</h1>
        <p className="mt-3">{t("lead")}</p>
        <section id="direcciones" className="entry flow">
          <h2>{t("addressTitle")}</h2>
          <DetailsList rows={addresses(locale)} />
          <p>{t("addressNote")}</p>
          <p>
            {t.rich("familyNote", {
              a: (words) => (
                <a href={`${origin("FAMILY") ?? ""}${pathTo(locale, "/tramite/direccion")}`}>{words}</a>
              ),
            })}
          </p>
        </section>
        <section id="balance" className="entry flow">
          <h2>{t("balanceTitle")}</h2>
          <p>{t.rich("balance", { balances: (words) => <a href={href(locale, "balances")}>{words}</a> })}</p>
          <pre className="commands">{checkCommands}</pre>
          <p>{t("balanceMore")}</p>
        </section>
        <section id="llaves" className="entry flow">
          <h2>{t("keysTitle")}</h2>
          <p>{t("keysLead")}</p>
          {signers.length > 0 ? <SignerTable locale={locale} signers={signers} /> : <p>{t("keysNone")}</p>}
        </section>
        <section id="imagenes" className="entry flow">
          <h2>{t("pictureTitle")}</h2>
          <p>{t("picture")}</p>
        </section>
        <section id="fallos" className="entry flow">
          <h2>{t("holesTitle")}</h2>
          <p>{t(security.length > 0 ? "holes" : "holesNone")}</p>
          <ContactLines addresses={security} />
          {security.length > 0 && (
            <p>{t.rich("holesFile", { a: (words) => <a href="/.well-known/security.txt">{words}</a> })}</p>
          )}
        </section>
      </div>
    );
  });
}

/** Each address as it is configured; one that nobody configured is said to be unknown, an onion is left out. */
function addresses(locale: Locale) {
  const t = translator(locale, "verify-site");
  const shown = (address: string | null) =>
    address ? <code className="breakable">{address}</code> : t("addressNone");
  return [
    { term: t("addressPublic"), detail: shown(origin("PUBLIC")) },
    { term: t("addressFamily"), detail: shown(origin("FAMILY") ?? origin("PUBLIC")) },
    ...(["PUBLIC", "FAMILY"] as const).flatMap((which) => {
      const address = onion(which);
      const term = t(which === "PUBLIC" ? "addressPublicOnion" : "addressFamilyOnion");
      return address ? [{ term, detail: shown(address) }] : [];
    }),
  ];
}
