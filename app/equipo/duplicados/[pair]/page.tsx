import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { DeskArea } from "@/components/desk/fields";
import { DeskForm } from "@/components/desk/form";
import { Beside } from "@/components/desk/pairs/beside";
import { Compared, Reasons } from "@/components/desk/pairs/compared";
import { momentText } from "@/components/desk/when";
import { Button } from "@/components/ui/button";
import { may } from "@/lib/auth/permissions";
import { type DeskVisit, deskLocale, enterDesk } from "@/lib/auth/session";
import { wallClock } from "@/lib/core/clock";
import { translator } from "@/lib/i18n/messages";
import { listBeside } from "@/lib/vetting/pairs/pictures/queries";
import { openPair } from "@/lib/vetting/pairs/queries";
import type { PairShown, PairSide } from "@/lib/vetting/pairs/schema";
import { foundOr404 } from "../../found";
import { answer, attach } from "../actions";

interface Props {
  params: Promise<{ pair: string }>;
  searchParams: Promise<{ hecho?: string; documentos?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await deskLocale(), "pairs")("title") };
}

/** Two who may be one, side by side, and what somebody answers: with each answer what follows from it. */
export default async function PairPage({ params, searchParams }: Props) {
  const visit = await enterDesk("pair.read");
  const { staff, locale } = visit;
  const id = z.uuid().safeParse((await params).pair).data ?? notFound();
  const pair = await foundOr404(openPair(staff, id, wallClock));
  const t = translator(locale, "pairs");
  const { hecho, documentos } = await searchParams;
  const did = (["answered", "attached"] as const).find((one) => one === hecho);
  const isAsked = documentos === "ver";
  const [one, other] = pair.sides;
  const documents = [
    await listBeside(staff, one, isAsked, wallClock),
    await listBeside(staff, other, isAsked, wallClock),
  ] as const;
  const isOpen = pair.state === "open" || pair.state === "unsure";
  return (
    <>
      {did && (
        <p className="done" role="status">
          {t(`did.${did}`)}
        </p>
      )}
      <p>
        <a href="/equipo/duplicados">{t("back")}</a>
      </p>
      <h1>
        {[pair.left, pair.right].map(({ givenNames, surnames }) => `${givenNames} ${surnames}`).join(" — ")}
      </h1>
      {pair.reopened && <p className="note">{t("asked")}</p>}
      <p>
        <b>{t("why")}:</b> <Reasons pair={pair} locale={locale} />
      </p>
      <Compared pair={pair} locale={locale} />
      {pair.state === "moved" && <p className="note">{t("moved")}</p>}
      <Beside pair={pair} documents={documents} locale={locale} isAsked={isAsked} />
      {pair.mergeId && (
        <p>
          <a href={`/equipo/duplicados/union/${pair.mergeId}`}>{t("toMerge")}</a>
        </p>
      )}
      <Given pair={pair} visit={visit} />
      {isOpen && !pair.mergeId && may(staff, "pair.answer") && <Acts pair={pair} visit={visit} />}
    </>
  );
}

function Given({ pair, visit: { locale } }: { pair: PairShown; visit: DeskVisit }) {
  const t = translator(locale, "pairs");
  if (pair.answers.length === 0) return null;
  return (
    <section className="entry">
      <h2>{t("answers.title")}</h2>
      <ol className="rows">
        {pair.answers.map((one) => (
          <li key={one.answeredAt.toISOString()}>
            {t("answers.line", {
              who: one.answeredBy,
              answer: t(`answers.${one.answer}`),
              moment: momentText(one.answeredAt, locale),
            })}
            <span className="note">{one.why}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Acts({ pair, visit }: { pair: PairShown; visit: DeskVisit }) {
  const t = translator(visit.locale, "pairs");
  const { left, right, id } = pair;
  const cases = [left, right].filter(({ kind }) => kind === "case");
  // The verified one stays, or the one opened first; whoever prepares the merge may choose otherwise.
  const isVerified = ({ verdict }: PairSide) => (verdict === "verified_political" ? 0 : 1);
  const [stays = left] = [...cases].sort(
    (a, b) => isVerified(a) - isVerified(b) || a.openedAt.getTime() - b.openedAt.getTime(),
  );
  const both = (["same", "other"] as const).map((act) => ({ act, key: act === "same" ? "1" : "2" }));
  return (
    <section className="entry" id="responder">
      <h2>{t("acts.title")}</h2>
      {cases.length === 0 && (
        <>
          <p className="note">{t("acts.bothReports")}</p>
          <p>
            {[left, right].map((one) => (
              <a key={one.id} className="button" href={`/equipo/reportes/${one.id}#caso`}>
                {t("openWith", { name: `${one.givenNames} ${one.surnames}` })}
              </a>
            ))}
          </p>
        </>
      )}
      <div className="stack">
        {cases.length === 2 &&
          both.map(({ act, key }) => (
            <p key={act}>
              <a
                className="button"
                data-key={key}
                href={`/equipo/duplicados/${id}/unir?queda=${stays.id}&como=${act}`}
              >
                {key} · {t(`acts.${act}`)}
              </a>
              <span className="note">{t(`acts.${act}Cases`)}</span>
            </p>
          ))}
        {cases.length === 1 &&
          both.map(({ act, key }) => {
            const said = act === "same" ? "same_person" : "other_episode";
            const hidden = { pairId: id, answer: said };
            return <Said key={act} {...{ visit, act, letter: key, hidden }} will={t(`acts.${act}Report`)} />;
          })}
        {(["different", "unsure"] as const).map((act) => (
          <Said
            key={act}
            visit={visit}
            act={act}
            letter={act === "different" ? "3" : "0"}
            hidden={{ id, answer: act }}
            will={t(`acts.${act}Will`)}
          />
        ))}
      </div>
    </section>
  );
}

interface SaidProps {
  visit: DeskVisit;
  act: "same" | "other" | "different" | "unsure";
  letter: string;
  hidden: Record<string, string>;
  will: string;
}

function Said({ visit: { csrf, locale }, act, letter, hidden, will }: SaidProps) {
  const t = translator(locale, "pairs");
  const isReport = act === "same" || act === "other";
  return (
    <details className="form">
      <summary data-key={letter}>
        {letter} · {t(`acts.${act}`)}
      </summary>
      <p className="note">{will}</p>
      <DeskForm
        id={`par-${act}`}
        action={isReport ? attach : answer}
        csrf={csrf}
        locale={locale}
        hidden={hidden}
        labels={{ why: t("acts.whyLabel") }}
      >
        <div className="stack">
          <DeskArea name="why" label={t("acts.whyLabel")} />
          <div>
            <Button>{t(isReport ? "acts.attach" : "acts.submit")}</Button>
          </div>
        </div>
      </DeskForm>
    </details>
  );
}
