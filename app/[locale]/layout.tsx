import type { Metadata, Viewport } from "next";
import { localeOf, tagOf } from "@/lib/i18n/locales";

export const metadata: Metadata = { title: "Vigilia", referrer: "same-origin" };
export const viewport: Viewport = { width: "device-width", initialScale: 1, themeColor: "#ffffff" };

/** Root of public and family pages: the language and nothing else. Each surface brings its own frame. */
export default async function RootLayout({
  children,
  params,
}: {
  children: React.ReactNode;
  params: Promise<{ locale: string }>;
}) {
  const locale = localeOf((await params).locale);
  return (
    <html lang={tagOf(locale)}>
      <body>{children}</body>
    </html>
  );
}
