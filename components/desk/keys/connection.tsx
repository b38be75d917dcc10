"use client";

import { useEffect, useState } from "react";
import type { Locale } from "@/lib/i18n/locales";
import en from "@/lib/i18n/messages/en/desk-queue.json";
import es from "@/lib/i18n/messages/es/desk-queue.json";

/**
 * Says that the connection was lost and that it came back. Meanwhile no form of the desk is sent, so that what was typed stays in
 * its boxes, in this page's memory alone.
 */
export function Connection({ locale }: { locale: Locale }) {
  const words = locale === "en" ? en : es;
  const [state, become] = useState<"never" | "lost" | "back">("never");
  useEffect(() => {
    const lost = () => become("lost");
    const back = () => become("back");
    const hold = (event: Event) => {
      if (navigator.onLine) return;
      event.preventDefault();
      event.stopPropagation();
      become("lost");
    };
    window.addEventListener("offline", lost);
    window.addEventListener("online", back);
    document.addEventListener("submit", hold, true);
    return () => {
      window.removeEventListener("offline", lost);
      window.removeEventListener("online", back);
      document.removeEventListener("submit", hold, true);
    };
  }, []);
  return (
    <p role="alert" className={state === "never" ? undefined : "connection"}>
      {state === "lost" && words.offline}
      {state === "back" && words.online}
    </p>
  );
}
