"use client";

import enRefusals from "@/lib/i18n/messages/en/refusals.json";
import en from "@/lib/i18n/messages/en/staff.json";
import esRefusals from "@/lib/i18n/messages/es/refusals.json";
import es from "@/lib/i18n/messages/es/staff.json";

/** What broke on a page of the desk, with the number to report; a session that ended, or a page that is refused, is said as such. */
export default function DeskError({ error }: { error: Error & { digest?: string } }) {
  const words = typeof document !== "undefined" && document.documentElement.lang === "en" ? en : es;
  if (error.digest === "refusal:not_signed_in") {
    return (
      <p>
        <a href="/equipo/entrar">{words.enterAgain}</a>
      </p>
    );
  }
  const refusals: Record<string, string> = words === en ? enRefusals : esRefusals;
  const refused = refusals[error.digest?.replace(/^refusal:/, "") ?? ""];
  if (refused) {
    return (
      <>
        <h1>{words.refusedTitle}</h1>
        <p>{refused.replaceAll(/\{\w+\}/g, words.tooMany)}</p>
        <p>
          <a href="/equipo">{words.toQueue}</a>
        </p>
      </>
    );
  }
  return (
    <>
      <h1>{words.brokenTitle}</h1>
      <p>{words.broken.replace("{digest}", error.digest ?? "0")}</p>
      <p>
        <a href="/equipo">{words.toQueue}</a>
      </p>
    </>
  );
}
