import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { type Card, type CardLine, cardOf } from "@/lib/opendata/balances/card/rules";
import type { BalanceContent } from "@/lib/opendata/balances/queries";

/** As newspapers and networks take it. */
export const PICTURE = { width: 1080, height: 1350 };

const ink = "#16191d";
const second = "#454b54";
const line = "#cfc9bd";
const petrol = "#0b4f5e";

/** The card as a picture of fixed size, in the fonts that come with the program. Drawn from the frozen numbers and nothing else. */
export function Picture({ locale, balance, host, demonstration }: PictureProps) {
  const t = translator(locale, "card");
  const card = cardOf(locale, balance);
  const blocks = blocksOf(card, t("ofWhich"));
  return (
    <div style={frame}>
      {demonstration && <div style={banner}>{t("demonstration")}</div>}
      <div style={{ display: "flex", fontSize: 30, color: second }}>
        {`Vigilia · ${t("title", { kind: card.kind })} · ${t("method", { version: card.method })}`}
      </div>
      <div style={{ display: "flex", fontSize: 30, marginTop: 8 }}>{card.cutOff}</div>
      <div style={{ ...serif, display: "flex", fontSize: 190, lineHeight: 1, marginTop: 26 }}>
        {card.total.figure}
      </div>
      <div style={{ display: "flex", fontSize: 38, lineHeight: 1.25, marginTop: 8 }}>{t("people")}</div>
      <div style={{ display: "flex", flexWrap: "wrap", marginTop: 26, gap: "18px 40px" }}>
        {blocks.map(({ name, lines }) => (
          <div key={name} style={block}>
            <div style={{ ...serif, display: "flex", fontSize: 27, color: petrol }}>{name}</div>
            {lines.map((one) => (
              <Row key={one.words} one={one} />
            ))}
          </div>
        ))}
      </div>
      <div style={{ display: "flex", flexGrow: 1 }} />
      {card.atLeast && <div style={small}>{t("atLeast")}</div>}
      <div style={small}>{t("release")}</div>
      <div style={{ ...small, color: ink, borderTop: `2px solid ${ink}`, paddingTop: 12 }}>
        {`${host}/balances/${card.slug} · CC BY 4.0`}
      </div>
    </div>
  );
}

export interface PictureProps {
  locale: Locale;
  balance: BalanceContent;
  /** Where the balance stands, as one would type it. */
  host: string;
  /** Of a demonstration the picture says so: it travels without its page. */
  demonstration: boolean;
}

/** As many blocks as fit: the divisions of the card, then what stands out among them. */
function blocksOf({ divisions, ofWhich }: Card, words: string): { name: string; lines: CardLine[] }[] {
  const told = divisions.slice(0, 5);
  return [...told, { name: words, lines: ofWhich.slice(0, 3) }];
}

function Row({ one }: { one: CardLine }) {
  return (
    <div style={row}>
      <div style={{ display: "flex", flex: 1 }}>{one.words}</div>
      <div style={{ ...serif, display: "flex", flexShrink: 0, marginLeft: 12 }}>{one.figure}</div>
    </div>
  );
}

const serif = { fontFamily: "Source Serif 4", fontWeight: 600 } as const;
const frame = {
  display: "flex",
  flexDirection: "column",
  width: "100%",
  height: "100%",
  padding: 60,
  background: "#ffffff",
  color: ink,
  fontFamily: "Public Sans",
  borderTop: `14px solid ${petrol}`,
} as const;
const block = { display: "flex", flexDirection: "column", width: 460 } as const;
const row = {
  display: "flex",
  justifyContent: "space-between",
  fontSize: 25,
  lineHeight: 1.3,
  paddingTop: 4,
  borderBottom: `1px solid ${line}`,
} as const;
const banner = {
  display: "flex",
  background: ink,
  color: "#ffffff",
  fontSize: 27,
  padding: "6px 16px",
  marginBottom: 14,
};
const small = { display: "flex", fontSize: 23, lineHeight: 1.3, color: second, marginTop: 8 } as const;
