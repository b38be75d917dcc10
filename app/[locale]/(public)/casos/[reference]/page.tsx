import type { Metadata } from "next";
import { CasePage } from "@/components/case/case-page";
import { NotFoundView } from "@/components/shell/not-found-view";
import { origin } from "@/lib/core/env";
import { localeOf } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/paths";
import { findNamedCase } from "@/lib/opendata/cases/queries";
import { safePage } from "../../safe-page";

/** Never indexed, and no name in what a messenger or a browser tab keeps: the reference is enough. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { reference } = await params;
  return { title: `${reference} · Vigilia`, robots: { index: false, follow: false, noarchive: true } };
}

interface Props {
  params: Promise<{ locale: string; reference: string }>;
}

export default async function CaseOfReference({ params }: Props) {
  const { locale: asked, reference } = await params;
  const locale = localeOf(asked);
  const path = `/casos/${reference}`;
  return safePage({ locale, path }, async () => {
    const named = await findNamedCase(reference);
    if (!named) return <NotFoundView locale={locale} />;
    return (
      <CasePage locale={locale} named={named} address={`${origin("PUBLIC") ?? ""}${pathTo(locale, path)}`} />
    );
  });
}
