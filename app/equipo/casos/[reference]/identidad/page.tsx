import type { Metadata } from "next";
import { CasePages } from "@/components/desk/case-pages";
import { DeskArea } from "@/components/desk/fields";
import { DeskForm } from "@/components/desk/form";
import { OpenChangeCard } from "@/components/desk/identity/open-change";
import { IdentityFields } from "@/components/desk/identity-fields";
import { Button } from "@/components/ui/button";
import { enterDesk } from "@/lib/auth/session";
import { wallClock } from "@/lib/core/clock";
import { translator } from "@/lib/i18n/messages";
import { findWhoForDesk } from "@/lib/vetting/identity/page/queries";
import { foundOr404 } from "../../../found";
import { chooseWho, confirmWho, declineWho, proposeWho } from "./actions";

interface IdentityPageProps {
  params: Promise<{ reference: string }>;
  searchParams: Promise<{ hecho?: string }>;
}

const acts = ["propuesto", "choca", "cambiado", "queda"] as const;

/** The title stays in the history of a browser: the reference, never the name. */
export async function generateMetadata({ params }: Pick<IdentityPageProps, "params">): Promise<Metadata> {
  return { title: decodeURIComponent((await params).reference) };
}

/** Who the person is, to be corrected by two people; corrections that wait stand beside what holds, and none overwrites another. */
export default async function IdentityPage({ params, searchParams }: IdentityPageProps) {
  const visit = await enterDesk("identity.correct");
  const { staff, csrf, locale } = visit;
  const reference = decodeURIComponent((await params).reference);
  const found = await foundOr404(findWhoForDesk(staff, reference, wallClock));
  const t = translator(locale, "desk-identity");
  const { hecho } = await searchParams;
  const act = acts.find((one) => one === hecho);
  const { identity, traits } = found.who;
  const age = traits.ageAtDetention;
  return (
    <>
      {act && (
        <p className={act === "choca" ? "problems" : "done"} role="status">
          {t(`did.${act}`)}
        </p>
      )}
      <CasePages reference={reference} current="/identidad" staff={staff} locale={locale} />
      <h1>
        {t("title")} <span className="num">{reference}</span>
      </h1>
      {found.changes.length > 0 && (
        <section className="entry">
          <h2>{t("waiting")}</h2>
          {found.changes.map((change) => (
            <OpenChangeCard
              key={change.id}
              found={found}
              change={change}
              visit={visit}
              confirm={confirmWho}
              decline={declineWho}
              choose={chooseWho}
            />
          ))}
        </section>
      )}
      <section className="entry">
        <h2>{t("correct")}</h2>
        <p className="note">{t("hint")}</p>
        <DeskForm
          id="quien"
          action={proposeWho}
          csrf={csrf}
          locale={locale}
          hidden={{ caseId: found.caseId, reference, seen: found.version }}
          labels={{ why: t("why") }}
        >
          <div className="stack">
            <IdentityFields
              locale={locale}
              known={{
                givenNames: identity.givenNames,
                surnames: identity.surnames,
                aliases: identity.aliases.join(", "),
                documentKind: identity.idDocument?.kind ?? "",
                documentNumber: identity.idDocument?.number ?? "",
                documentCountry: identity.idDocument?.country ?? "",
                sex: traits.sex,
                birthDate: traits.birthDate ?? "",
                birthYear: traits.birthYear?.toString() ?? "",
                age: age?.min.toString() ?? "",
                ageMax: age?.max.toString() ?? "",
                nationality: traits.nationality,
                civilMilitary: traits.civilMilitary,
                sectors: traits.sectors,
              }}
            />
            <DeskArea name="why" label={t("why")} />
            <div>
              <Button>{t("submit")}</Button>
            </div>
          </div>
        </DeskForm>
      </section>
    </>
  );
}
