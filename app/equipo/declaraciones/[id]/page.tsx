import type { Metadata } from "next";
import { Copies } from "@/components/desk/claims/copies";
import { HeldFigure } from "@/components/desk/claims/held";
import { Versions } from "@/components/desk/claims/history";
import { Preview } from "@/components/desk/claims/preview";
import { Waiting } from "@/components/desk/claims/waiting";
import { figureLine } from "@/components/desk/claims/words";
import { DeskText } from "@/components/desk/fields";
import { DeskForm } from "@/components/desk/form";
import { Key } from "@/components/desk/keys/key";
import { dayText } from "@/components/desk/when";
import { Button, ButtonLink } from "@/components/ui/button";
import { may } from "@/lib/auth/permissions";
import { type DeskVisit, deskLocale, enterDesk } from "@/lib/auth/session";
import { translator } from "@/lib/i18n/messages";
import { publish, setAside, withdraw } from "../actions";
import { copyProblem } from "./copias/problems";
import { figureOr404 } from "./figure";

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ hecho?: string | string[]; problema?: string | string[] }>;
}

const acts = ["entered", "again", "published", "setAside", "withdrawn", "copied"] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const title = translator(await deskLocale(), "ledger")("title");
  return { title: `${title} · ${(await params).id.slice(0, 80)}` };
}

/** One figure at the desk: what the ledger says, what waits and how the public would read it, its source's copies, its versions. */
export default async function FigurePage({ params, searchParams }: Props) {
  const visit = await enterDesk("claim.read");
  const { staff, csrf, locale } = visit;
  const figure = await figureOr404(staff, (await params).id);
  const { id, held, waiting, preview, withdrawn, copies, entries, namedBy, over } = figure;
  const { hecho, problema } = await searchParams;
  const did = acts.find((act) => act === hecho);
  const t = translator(locale, "ledger");
  const shown = held ?? waiting?.claim;
  return (
    <>
      {did && (
        <p className="done" role="status">
          {t(`did.${did}`)}
        </p>
      )}
      <p>
        <a href="/equipo/declaraciones">{t("back")}</a>
      </p>
      <h1 className="breakable">{shown ? figureLine(shown, locale) : id}</h1>
      <p className="note breakable">
        {t("id")}: <code>{id}</code>
      </p>
      <div className="panes case">
        <div>
          {waiting && (
            <Waiting
              entry={waiting}
              held={held}
              isFresh={waiting.over === over}
              visit={visit}
              publish={publish}
              setAside={setAside}
            />
          )}
          {preview && <Preview preview={preview} locale={locale} />}
          <section className="entry" id="registro">
            <h2>{t("now.title")}</h2>
            {withdrawn && (
              <p className="waits breakable">
                {t("now.withdrawn", {
                  who: withdrawn.by,
                  day: dayText(withdrawn.at, locale),
                  why: withdrawn.why,
                })}
              </p>
            )}
            {held ? <HeldFigure claim={held} locale={locale} /> : <p className="empty">{t("now.never")}</p>}
            {namedBy.length > 0 && (
              <>
                <h3>{t("now.namedBy")}</h3>
                <ul className="plain-list">
                  {namedBy.map(({ id: other, relation }) => (
                    <li key={relation + other} className="breakable">
                      <a href={`/equipo/declaraciones/${other}`}>{other}</a>{" "}
                      {t(`relations.${relation as "quotes"}`)}
                    </li>
                  ))}
                </ul>
              </>
            )}
            {held && !waiting && may(staff, "claim.enter") && (
              <p>
                <ButtonLink plain href={`/equipo/declaraciones/${id}/corregir`} data-key="E">
                  {t("again.link")} <Key of="E" />
                </ButtonLink>
              </p>
            )}
            {held && !withdrawn && may(staff, "claim.withdraw") && <Withdrawing id={id} visit={visit} />}
          </section>
        </div>
        <div>
          <Copies
            claimId={id}
            copies={copies}
            csrf={may(staff, "claim.enter") ? csrf : null}
            problem={copyProblem(problema)}
            locale={locale}
          />
          <Versions entries={entries} locale={locale} />
        </div>
      </div>
    </>
  );
}

function Withdrawing({ id, visit: { csrf, locale } }: { id: string; visit: DeskVisit }) {
  const t = translator(locale, "ledger");
  return (
    <details className="form">
      <summary>{t("withdraw.title")}</summary>
      <p className="note">{t("withdraw.lead")}</p>
      <DeskForm
        id="retirar"
        action={withdraw}
        csrf={csrf}
        locale={locale}
        hidden={{ id }}
        labels={{ why: t("withdraw.why") }}
      >
        <DeskText name="why" label={t("withdraw.why")} />
        <Button plain>{t("withdraw.submit")}</Button>
      </DeskForm>
    </details>
  );
}
