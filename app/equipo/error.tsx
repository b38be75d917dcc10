"use client";

import en from "@/lib/i18n/messages/en/staff.json";
import es from "@/lib/i18n/messages/es/staff.json";

/** What broke on a page of the desk, with the number to report; a session that ended is said as such. */
export default function DeskError({ error }: { error: Error & { digest?: string } }) {
  const words = typeof document !== "undefined" && document.documentElement.lang === "en" ? en : es;
  if (error.digest === "refusal:not_signed_in") {
    return (
      <p>
        <a href="/equipo/entrar">{words.enterAgain}</a>
      </p>
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
