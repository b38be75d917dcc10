import { DetailsList } from "@/components/ui/details-list";
import { cutOffWords } from "@/lib/i18n/cut-off";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { pathTo } from "@/lib/i18n/paths";
import type { PublishedBalance } from "@/lib/opendata/balances/queries";
import { CutOff } from "./cut-off";

interface CiteProps {
  locale: Locale;
  /** What is quoted, as a title: "Personas detenidas por motivos políticos: 1.711". */
  subject: string;
  /** The balance it was published in; every citation names it. */
  balance: Pick<PublishedBalance, "slug" | "manifestHash" | "contentHash"> & {
    content: Pick<PublishedBalance["content"], "at" | "method">;
  };
  /** Spanish path of the frozen view, the balance in it: `/cifras/detenidas?balance=2026-01-26`. */
  path: string;
  /** Where the public pages stand, for a link that can be followed from elsewhere. */
  site: string | null;
}

/**
 * How to quote a number so that it can be found again: short, in full, and by a link that shows the same for ever, each with its
 * balance, cut-off and method. One tap on a line marks all of it, without script.
 */
export function Cite({ locale, subject, balance, path, site }: CiteProps) {
  const t = translator(locale, "figures");
  const { slug, content, manifestHash, contentHash } = balance;
  const address = `${site ?? ""}${pathTo(locale, path)}`;
  const full = t("cite.fullText", {
    subject,
    slug,
    cutOff: cutOffWords(locale, content.at),
    method: content.method,
    address,
    mark: t("cite.mark", { hash: (manifestHash ?? contentHash).slice(0, 16) }),
  });
  return (
    <section className="entry cite" id="citar">
      <h2>{t("cite.title")}</h2>
      <DetailsList
        rows={[
          { term: t("cite.short"), detail: <span className="copied">{t("cite.shortText", { slug })}</span> },
          { term: t("cite.full"), detail: <span className="copied">{full}</span> },
          {
            term: t("cite.link"),
            detail: (
              <>
                <a href={pathTo(locale, path)} className="copied">
                  {address}
                </a>
                <span className="explained">{t("cite.linkNote")}</span>
              </>
            ),
          },
          { term: t("cite.cutOff"), detail: <CutOff locale={locale} at={content.at} /> },
          {
            term: t("cite.method"),
            detail: (
              <a href={pathTo(locale, "/metodo")}>{t("cite.methodLink", { version: content.method })}</a>
            ),
          },
        ]}
      />
    </section>
  );
}
