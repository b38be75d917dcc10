import type { Metadata } from "next";
import { ContactPage } from "@/components/family/contact-page";
import { CourtPage } from "@/components/family/court-page";
import { DangerPage } from "@/components/family/danger-page";
import { DetentionPage } from "@/components/family/detention-page";
import { DocumentsPage } from "@/components/family/documents-page";
import { FamilyFrame } from "@/components/family/frame";
import { HealthPage } from "@/components/family/health-page";
import { NumberPage } from "@/components/family/number-page";
import { PermissionsPage } from "@/components/family/permissions-page";
import { PersonPage } from "@/components/family/person-page";
import {
  ClosedPage,
  DeclinedPage,
  EndedPage,
  NowherePage,
  TroublePage,
} from "@/components/family/plain-pages";
import { QuestionsPage } from "@/components/family/questions-page";
import { RepliedPage } from "@/components/family/replies/replied-page";
import { ReplyPage } from "@/components/family/replies/reply-page";
import { ResumePage } from "@/components/family/resume-page";
import { ReturnPage } from "@/components/family/return-page";
import { RevokedPage, RevokePage } from "@/components/family/returning/revoke-page";
import { ReviewPage } from "@/components/family/review-page";
import { LostPage, PhonePage, SitePage } from "@/components/family/safety-pages";
import { SentPage } from "@/components/family/sent-page";
import { StartPage } from "@/components/family/start-page";
import { WhereaboutsPage } from "@/components/family/whereabouts-page";
import { askedPurposes } from "@/lib/consent/schema";
import { dateInCaracas, wallClock } from "@/lib/core/clock";
import { onion, origin } from "@/lib/core/env";
import type { RefusalCode } from "@/lib/core/refusal";
import { MOST_DOCUMENTS } from "@/lib/evidence/documents/schema";
import { type Locale, localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { standingIn } from "@/lib/intake/draft/rules";
import type { View } from "@/lib/intake/flow/schema";
import * as post from "./actions";
import { addressOf, exitAddress, receiveAddress } from "./addresses";
import { sendWritten } from "./escrito/actions";
import { loadPage } from "./load";
import { revokeNumber } from "./respuesta/actions";
import { returningBody } from "./respuesta/show";
import type { Shown } from "./shown";

interface Asked {
  params: Promise<{ locale: string }>;
}

/** The title of a page: dull words, and "Error" first when something must be mended. */
export function familyTitle(view: View) {
  return async ({ params }: Asked): Promise<Metadata> => {
    const t = translator(localeOf((await params).locale), "family");
    const shown = await loadPage(view);
    const title = `${t(`titles.${shown.view}`)} · ${t("frame.service")}`;
    const failed = shown.problems.length > 0 || (shown.trouble && shown.view !== "trouble");
    return {
      title: { absolute: failed ? t("frame.error", { title }) : title },
      icons: "data:,",
      other: { google: "notranslate" },
    };
  };
}

/** A page of the procedure: whatever its address, it shows what the flow allows, whole, in one answer. */
export function familyPage(view: View) {
  return async function FamilyPage({ params }: Asked) {
    const locale = localeOf((await params).locale);
    const shown = await loadPage(view);
    return (
      <FamilyFrame locale={locale} demo={shown.demo} exit={exitAddress(locale)}>
        {body(shown, locale)}
      </FamilyFrame>
    );
  };
}

function body(shown: Shown, locale: Locale): React.ReactNode {
  const { sealed, typed, problems, trouble, code = "", draft, expiresAt, ready, documents } = shown;
  const carried = { sealed, locale };
  const step = { carried, typed, problems, trouble, ready, expiresAt, goTo: post.goTo };
  const to = (view: View) => addressOf(view, locale);
  const links = {
    return: to("return"),
    start: to("start"),
    lost: to("lost"),
    revoke: to("revoke"),
    phone: to("phone"),
    site: to("site"),
    danger: to("danger"),
  };
  const otherLanguage = addressOf(shown.view, locale === "es" ? "en" : "es");
  switch (shown.view) {
    case "start":
      return <StartPage carried={carried} begin={post.begin} links={{ ...links, other: otherLanguage }} />;
    case "questions":
      return (
        <QuestionsPage carried={carried} answer={post.answerQuestions} typed={typed} problems={problems} />
      );
    case "declined":
      return <DeclinedPage carried={carried} begin={post.begin} />;
    case "number":
      return <NumberPage carried={carried} code={code} confirm={post.confirmNumber} />;
    case "person":
      return <PersonPage {...step} save={post.savePerson} />;
    case "detention":
      return <DetentionPage {...step} save={post.saveDetention} />;
    case "whereabouts":
      return <WhereaboutsPage {...step} save={post.saveWhereabouts} />;
    case "court":
      return <CourtPage {...step} save={post.saveCourt} />;
    case "health":
      return <HealthPage {...step} save={post.saveHealth} />;
    case "danger":
      return (
        <DangerPage
          {...{ carried, ready, goTo: post.goTo, send: post.send, start: links.start }}
          receipt={shown.sent ? to("sent") : undefined}
          writing={draft !== undefined}
        />
      );
    case "contact":
      return <ContactPage {...step} save={post.saveContact} />;
    case "permissions": {
      const asked = draft
        ? standingIn(draft, dateInCaracas(wallClock()))
        : { offered: askedPurposes, under18: false, isToldBefore: true };
      return <PermissionsPage {...step} {...asked} save={post.savePermissions} />;
    }
    case "review": {
      if (!draft || !expiresAt) break;
      const today = dateInCaracas(wallClock());
      const came = { documents: documents?.count ?? 0 };
      return (
        <ReviewPage {...{ carried, draft, expiresAt, today, ...came }} goTo={post.goTo} send={post.send} />
      );
    }
    case "documents":
      if (documents)
        return (
          <DocumentsPage
            {...{ carried, goTo: post.goTo, remove: post.takeDocumentBack, most: MOST_DOCUMENTS }}
            {...{ receive: receiveAddress(locale), documents: documents.kept, count: documents.count }}
            {...{ ready, expiresAt, send: post.send }}
            problem={problems[0] && translator(locale, "refusals")(problems[0].key as RefusalCode)}
          />
        );
      break;
    case "sent":
      return (
        <SentPage
          {...{ carried, code, links }}
          begin={post.begin}
          address={origin("FAMILY") && origin("FAMILY") + links.start}
          qr={shown.qr}
        />
      );
    case "resume":
      return <ResumePage {...{ carried, typed, problems }} save={post.saveWithNumber} start={links.start} />;
    case "return":
      return <ReturnPage {...{ carried, typed, problems, links }} open={post.openNumber} />;
    case "revoke":
      return <RevokePage {...{ carried, typed, problems, links }} revoke={revokeNumber} />;
    case "revoked":
      return <RevokedPage locale={locale} start={links.start} />;
    case "report":
    case "news":
    case "answers":
    case "withdraw":
    case "confirm":
    case "word":
      return returningBody(shown, carried, post.goTo);
    case "reply":
      return (
        <ReplyPage {...{ carried, code, typed, problems, trouble }} send={sendWritten} back={links.return} />
      );
    case "replied":
      return <RepliedPage {...{ locale, code, links }} />;
    case "lost":
      return <LostPage {...{ locale, links }} other={otherLanguage} />;
    case "phone":
      return <PhonePage {...{ locale, links }} other={otherLanguage} />;
    case "site":
      return (
        <SitePage
          {...{ locale, links }}
          other={otherLanguage}
          address={origin("FAMILY")}
          onion={onion("FAMILY")}
        />
      );
    case "closed":
      return <ClosedPage locale={locale} />;
    case "nowhere":
      return <NowherePage locale={locale} links={links} />;
    case "trouble":
      return <TroublePage locale={locale} reference={trouble ?? ""} start={links.start} />;
  }
  return <EndedPage locale={locale} saved={typed.saved === "yes"} links={links} />;
}
