import { momentText } from "@/components/desk/when";
import type { DraftView } from "@/lib/balances/drafts/list/queries";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";

/** Who signed and what a signature covers; while one is there and the second is not, that somebody else has to. */
export function Signed({ locale, draft, open }: { locale: Locale; draft: DraftView; open: boolean }) {
  const t = translator(locale, "balances");
  return (
    <>
      {draft.manifestHash && (
        <p>
          {t("desk.manifest")}: <code className="digest">{draft.manifestHash}</code> {t("desk.manifestNote")}
        </p>
      )}
      <ul>
        {draft.signedBy.map(({ who, signedAt }) => (
          <li key={who}>{t("desk.signedBy", { who, when: momentText(signedAt, locale) })}</li>
        ))}
      </ul>
      {open && draft.signedBy.length === 1 && <p>{t("desk.anotherSigns")}</p>}
    </>
  );
}
