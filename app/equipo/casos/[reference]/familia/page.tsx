import type { Metadata } from "next";
import { AskAgain } from "@/components/desk/family-side/ask-again";
import { Codes } from "@/components/desk/family-side/codes";
import { Explain } from "@/components/desk/family-side/explain";
import { Key } from "@/components/desk/keys/key";
import { may } from "@/lib/auth/permissions";
import { enterDesk } from "@/lib/auth/session";
import { wallClock } from "@/lib/core/clock";
import { translator } from "@/lib/i18n/messages";
import { fullName } from "@/lib/people/rules";
import { findCaseForDesk } from "@/lib/vetting/cases/queries";
import { familySideOf } from "@/lib/vetting/contacts/codes/queries";
import { foundOr404 } from "../../../found";
import { askToRevoke, confirmRevoke, explainOne, giveCode, saveOwnAnswer } from "./actions";

interface FamilyPageProps {
  params: Promise<{ reference: string }>;
  searchParams: Promise<{ hecho?: string }>;
}

/** The title stays in the history of a browser: the reference, never the name. */
export async function generateMetadata({ params }: Pick<FamilyPageProps, "params">): Promise<Metadata> {
  return { title: decodeURIComponent((await params).reference) };
}

const acts = ["revocation", "revoked", "explained", "asked"] as const;

/** What stands between a case and its families: numbers given by telephone, an outcome explained, the released person asked again. */
export default async function FamilyPage({ params, searchParams }: FamilyPageProps) {
  const { staff, csrf, locale } = await enterDesk("case.read");
  const asked = decodeURIComponent((await params).reference);
  const found = await foundOr404(findCaseForDesk(staff, asked, wallClock));
  const { caseId, reference, reports, identity, holders } = found;
  const side = await familySideOf(staff, caseId, reports);
  const t = translator(locale, "desk-messages");
  const { hecho } = await searchParams;
  const done = acts.find((act) => act === hecho);
  const form = { csrf, locale, hidden: { caseId, reference } };
  return (
    <>
      {done && (
        <p className="done" role="status">
          {t(`side.did.${done}`)}
        </p>
      )}
      <p>
        <a href={`/equipo/casos/${reference}#permisos`} data-key="D">
          {t("side.back")} <Key of="D" />
        </a>
      </p>
      <h1>
        {fullName(identity)} <span className="num">{reference}</span>
      </h1>
      <div className="panes">
        <div>
          <Codes
            holders={holders}
            reports={reports}
            side={side}
            reader={may(staff, "code.issue") ? staff.username : null}
            form={form}
            acts={{ give: giveCode, revoke: askToRevoke, confirm: confirmRevoke }}
          />
          <Explain side={side} isAllowed={may(staff, "decision.write")} form={form} send={explainOne} />
        </div>
        <AskAgain
          freedSince={side.freedSince}
          isAllowed={may(staff, "permission.record")}
          form={form}
          save={saveOwnAnswer}
        />
      </div>
    </>
  );
}
