import { Qr } from "@/components/ui/qr";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { pathTo } from "@/lib/i18n/paths";
import { type CardLine, cardOf } from "@/lib/opendata/balances/card/rules";
import type { PublishedBalance } from "@/lib/opendata/balances/queries";

interface SheetProps {
  locale: Locale;
  balance: PublishedBalance;
  /** Where the public pages stand, so that paper leads back to them. */
  site: string | null;
}

/**
 * What a printer makes of a balance: the weekly card on one letter page, with the address and the mark by which it is checked. It is in
 * the page and not drawn on a screen.
 */
export function Sheet({ locale, balance, site }: SheetProps) {
  const t = translator(locale, "card");
  const card = cardOf(locale, balance.content);
  const address = `${site ?? ""}${pathTo(locale, `/balances/${card.slug}`)}`;
  return (
    <section className="card print-only" aria-label={t("title", { kind: card.kind })}>
      <p className="card-head">
        <b className="serif">{t("title", { kind: card.kind })}</b> · {card.cutOff} ·{" "}
        {t("method", { version: card.method })}
      </p>
      <p className="card-total">
        <b className="serif num">{card.total.figure}</b> <span>{t("people")}</span>
      </p>
      <div className="card-grid">
        {card.divisions.map(({ name, lines }) => (
          <div key={name}>
            <h2>{name}</h2>
            <Lines lines={lines} />
          </div>
        ))}
        <div>
          <h2>{t("ofWhich")}</h2>
          <Lines lines={card.ofWhich} />
        </div>
        <div>
          <h2>{t("account")}</h2>
          {card.account.length > 0 ? <Lines lines={card.account} /> : <p>{t("firstBalance")}</p>}
        </div>
        <div>
          <h2>{t("apart")}</h2>
          {card.apart.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      </div>
      {card.withheld.length > 0 && <p>{t("withheld", { names: card.withheld.join(", ") })}</p>}
      {card.atLeast && <p>{t("atLeast")}</p>}
      <p>{t("release")}</p>
      <div className="card-check">
        {site && <Qr text={address} label={t("qr")} />}
        <p>
          {t("check")}:
          <br />
          <b>{address}</b>
          <br />
          {t("hash")}:
          <br />
          <code className="digest">{balance.manifestHash ?? balance.contentHash}</code>
          <br />
          {t("licence", { slug: card.slug })}
        </p>
      </div>
    </section>
  );
}

function Lines({ lines }: { lines: readonly CardLine[] }) {
  return (
    <dl>
      {lines.map(({ words, figure }) => (
        <div key={words}>
          <dt>{words}</dt>
          <dd className="num">{figure}</dd>
        </div>
      ))}
    </dl>
  );
}
