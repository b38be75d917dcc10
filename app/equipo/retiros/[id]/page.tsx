import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { DeskArea, DeskChoices } from "@/components/desk/fields";
import { DeskForm } from "@/components/desk/form";
import { momentText } from "@/components/desk/when";
import { Due, kindText } from "@/components/desk/withdrawals/request-table";
import { Button } from "@/components/ui/button";
import { may } from "@/lib/auth/permissions";
import { type DeskVisit, deskLocale, enterDesk } from "@/lib/auth/session";
import { wallClock } from "@/lib/core/clock";
import { translator } from "@/lib/i18n/messages";
import { openRequest, type RequestShown } from "@/lib/vetting/withdrawals/queries";
import { foundOr404 } from "../../found";
import { agree, decline, propose, retry } from "../actions";

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ hecho?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await deskLocale(), "withdrawals")("one.title") };
}

/** One request: what was said, who is known to speak for the person, what granting would do, and the word of two people. */
export default async function RequestPage({ params, searchParams }: Props) {
  const visit = await enterDesk("request.record");
  const { staff, locale } = visit;
  const id = z.uuid().safeParse((await params).id).data ?? notFound();
  const found = await foundOr404(openRequest(staff, id, wallClock));
  const t = translator(locale, "withdrawals");
  const { hecho } = await searchParams;
  const last = found.verdicts.at(-1);
  const did = hecho === "decided" ? (last?.granted ? "granted" : "notGranted") : hecho;
  const act = (["recorded", "proposed", "granted", "notGranted", "declined"] as const).find(
    (one) => one === did,
  );
  return (
    <>
      {act && (
        <p className="done" role="status">
          {t(`did.${act}`)}
        </p>
      )}
      <p>
        <a href="/equipo/retiros">{t("one.back")}</a>
      </p>
      <h1>{kindText(found.kind, locale)}</h1>
      <p className="note">
        {momentText(found.askedAt, locale)} ·{" "}
        {found.fromCode ? t("requests.withCode") : t("requests.noted", { who: found.recordedBy })}
        {!found.closedAt && (
          <>
            {" · "}
            <Due at={found.dueAt} now={wallClock()} locale={locale} />
          </>
        )}
      </p>
      {found.reference !== null && (
        <p>
          <a href={`/equipo/casos/${found.reference}`}>
            {t("one.toCase")} {found.reference}
          </a>
        </p>
      )}
      <Said found={found} visit={visit} />
      <section className="entry">
        <h2>{t("one.holders")}</h2>
        {found.holders.length === 0 ? (
          <p>{t("one.noHolders")}</p>
        ) : (
          <ul>
            {found.holders.map((one) => (
              <li key={one.id ?? one.report}>
                {translator(locale, "desk")(`permission.givers.${one.givenBy}`)}
                {one.who && ` · ${one.who}`}: {one.how}
              </li>
            ))}
          </ul>
        )}
      </section>
      <Answers found={found} visit={visit} />
    </>
  );
}

function Said({ found, visit: { staff, csrf, locale } }: { found: RequestShown; visit: DeskVisit }) {
  const t = translator(locale, "withdrawals");
  if (!found.fromCode)
    return (
      <section className="entry">
        <h2>{t("one.said")}</h2>
        {found.words ? (
          <p className="words">
            {found.words.asks === "authority"
              ? t("record.authority")
              : translator(locale, "desk")(`permission.givers.${found.words.asks}`)}
            : {found.words.words}
          </p>
        ) : (
          <p>{t("one.erased")}</p>
        )}
      </section>
    );
  const isChecked = found.giver !== null && found.giver.how !== null;
  return (
    <section className="entry">
      <h2>{t("one.said")}</h2>
      <p>{t("one.code")}</p>
      {!found.closedAt && <p>{t(isChecked ? "one.standingNow" : "one.noStanding")}</p>}
      {!found.closedAt && may(staff, "permission.record") && (
        <DeskForm id="aplicar" action={retry} csrf={csrf} locale={locale} hidden={{ id: found.id }}>
          <Button plain={!isChecked}>{t("one.retry")}</Button>
        </DeskForm>
      )}
    </section>
  );
}

function Answers({ found, visit: { staff, csrf, locale } }: { found: RequestShown; visit: DeskVisit }) {
  const t = translator(locale, "withdrawals");
  const waiting = found.verdicts.find((one) => one.agreed === null);
  const isMine = waiting?.proposedBy === staff.username;
  const form = { csrf, locale, hidden: { id: found.id, verdictId: waiting?.id ?? "" } };
  const mayDecide = may(staff, "request.decide") && !found.closedAt;
  return (
    <section className="entry" id="respuestas">
      <h2>{t("one.answers")}</h2>
      <p className="note">{t(`one.effect.${found.kind as "count"}`)}</p>
      {found.kind === "erasure" && found.reference && may(staff, "person.erase") && (
        <p>
          <a href={`/equipo/casos/${found.reference}/borrado`}>{t("one.toErasure")}</a>
        </p>
      )}
      <ol className="rows">
        {found.verdicts.map((one) => (
          <li key={one.id} className={one.agreed === false ? "past" : undefined}>
            {t("one.answer", {
              granted: String(one.granted),
              who: one.proposedBy,
              moment: momentText(one.proposedAt, locale),
            })}
            <span className="note">
              {one.why ?? t("one.erased")}
              {one.decidedBy && ` · ${t(one.agreed ? "one.agreed" : "one.declined", { who: one.decidedBy })}`}
            </span>
          </li>
        ))}
      </ol>
      {mayDecide && waiting && (
        <div className="acts">
          {isMine ? (
            <p>{t("one.needsOther")}</p>
          ) : (
            <DeskForm id="acuerdo" action={agree} {...form}>
              <Button data-key="1">{t("one.agree")}</Button>
            </DeskForm>
          )}
          <DeskForm id="desacuerdo" action={decline} {...form}>
            <Button plain>{t(isMine ? "one.takeBack" : "one.decline")}</Button>
          </DeskForm>
        </div>
      )}
      {mayDecide && !waiting && (
        <DeskForm
          id="responder"
          action={propose}
          csrf={csrf}
          locale={locale}
          hidden={{ id: found.id }}
          labels={{ granted: t("one.granted"), why: t("one.why") }}
        >
          <div className="stack">
            <DeskChoices
              name="granted"
              label={t("one.granted")}
              choices={[
                { value: "yes", label: t("one.yes") },
                { value: "no", label: t("one.no") },
              ]}
            />
            <DeskArea name="why" label={t("one.why")} />
            <div>
              <Button>{t("one.submit")}</Button>
            </div>
          </div>
        </DeskForm>
      )}
    </section>
  );
}
