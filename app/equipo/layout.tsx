import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import "@/app/global.css";
import "@/app/desk.css";
import { DeskFrame } from "@/components/desk/frame/desk-frame";
import { Keys } from "@/components/desk/keys/keys";
import { currentVisit, deskLocale, keysAreOn } from "@/lib/auth/session";
import { surface } from "@/lib/core/env";
import { tagOf } from "@/lib/i18n/locales";
import { keepIndex } from "@/lib/people/indexed/commands";
import { isDemonstration } from "@/lib/publication/site/queries";
import { chooseLanguage } from "./idioma/actions";
import { leave } from "./salir/actions";

export const metadata: Metadata = { title: "Vigilia", referrer: "same-origin", robots: "noindex" };
export const viewport: Viewport = { width: "device-width", initialScale: 1 };

/** Root of the desk. It draws who is signed in, from whose first page on names are indexed, and decides nothing: each page enters by itself. */
export default async function DeskLayout({ children }: { children: React.ReactNode }) {
  await headers();
  if (surface() !== "desk") notFound();
  const [locale, visit, keys] = [await deskLocale(), await currentVisit(), await keysAreOn()];
  if (visit) keepIndex(visit.staff);
  return (
    <html lang={tagOf(locale)}>
      <body className="desk" data-keys={keys ? "on" : "off"}>
        <DeskFrame
          locale={locale}
          demonstration={await isDemonstration()}
          visit={visit}
          chooseLanguage={chooseLanguage}
          leave={leave}
        >
          {children}
        </DeskFrame>
        {visit && <Keys on={keys} locale={locale} />}
      </body>
    </html>
  );
}
