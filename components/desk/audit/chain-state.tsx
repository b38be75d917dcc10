import { Notice } from "@/components/ui/notice";
import type { ChainCheck } from "@/lib/audit/queries";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";

/** Whether the trail is whole, or its last acts with the way to check them all, in a sentence, with the seal to note down; or where it was broken. */
export function ChainState({ check, locale }: { check: ChainCheck; locale: Locale }) {
  const t = translator(locale, "staff");
  if (!check.whole) return <Notice kind="claim">{t("auditBroken", { seq: String(check.brokenAt) })}</Notice>;
  const hash = Buffer.from(check.head?.hash ?? []).toString("hex");
  return (
    <Notice kind="care">
      {check.checked === check.rows ? (
        <p>{t("auditWhole", { rows: check.rows })}</p>
      ) : (
        <p>
          {t("auditRecent", { n: check.checked })}{" "}
          <a href="/equipo/auditoria?comprobar=todo">{t("auditCheckAll", { n: check.rows })}</a>
        </p>
      )}
      <p>
        <a href="/equipo/auditoria/sello">{t("auditSeal")}</a> {t("auditSealHint")}
      </p>
      <p className="break-all">{t("auditHead", { hash: `${check.head?.seq ?? 0} ${hash}` })}</p>
    </Notice>
  );
}
