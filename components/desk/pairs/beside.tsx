import type { DeskVisit } from "@/lib/auth/session";
import { translator } from "@/lib/i18n/messages";
import type { BesideDocument } from "@/lib/vetting/pairs/pictures/schema";
import type { PairShown } from "@/lib/vetting/pairs/schema";
import { SideName } from "./compared";

interface Props {
  pair: PairShown;
  /** Of the left one and the right one; null for whoever may open no report. */
  documents: readonly [BesideDocument[] | null, BesideDocument[] | null];
  locale: DeskVisit["locale"];
  /** Whether somebody asked to see them: nothing is opened before. */
  isAsked: boolean;
}

/** What families sent of either, side by side: as new pictures once somebody asks, and only where the giver permitted it. */
export function Beside({ pair, documents: [left, right], locale, isAsked }: Props) {
  const t = translator(locale, "pairs");
  if (left === null || right === null) return <p className="note">{t("beside.notYours")}</p>;
  if (left.length + right.length === 0) return <p className="note">{t("beside.none")}</p>;
  const canShow = [...left, ...right].some(({ why }) => why === null);
  return (
    <section className="entry" id="documentos">
      <h2>{t("beside.title")}</h2>
      {canShow && (
        <p>
          <a
            href={`/equipo/duplicados/${pair.id}${isAsked ? "" : "?documentos=ver"}#documentos`}
            data-key="V"
          >
            {t(isAsked ? "beside.hide" : "beside.show")}
          </a>
        </p>
      )}
      <div className="beside">
        {([pair.left, pair.right] as const).map((side, place) => (
          <div key={side.id}>
            <SideName side={side} locale={locale} />
            <Documents found={(place === 0 ? left : right) ?? []} locale={locale} />
          </div>
        ))}
      </div>
    </section>
  );
}

function Documents({ found, locale }: { found: BesideDocument[]; locale: DeskVisit["locale"] }) {
  const t = translator(locale, "pairs");
  if (found.length === 0) return <p className="note">{t("beside.noneHere")}</p>;
  return (
    <ul className="rows">
      {found.map(({ id, reportId, name, picture, why }) => (
        <li key={id}>
          <a className="breakable" href={`/equipo/reportes/${reportId}/documentos/${id}`}>
            {name || t("beside.unnamed")}
          </a>
          {picture && (
            // The picture stands in the page itself, so that it has no address.
            <svg
              className="document"
              viewBox={`0 0 ${picture.width} ${picture.height}`}
              role="img"
              aria-label={name}
            >
              <image
                href={`data:image/jpeg;base64,${picture.jpeg.toString("base64")}`}
                width={picture.width}
                height={picture.height}
              />
            </svg>
          )}
          {why && <span className="note">{t(`beside.why.${why}`)}</span>}
        </li>
      ))}
    </ul>
  );
}
