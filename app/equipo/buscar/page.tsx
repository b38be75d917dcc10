import type { Metadata } from "next";
import { FoundPeople } from "@/components/desk/search/found-people";
import { ReadingNames } from "@/components/desk/search/reading-names";
import { SearchForm } from "@/components/desk/search/search-form";
import { deskLocale, enterDesk } from "@/lib/auth/session";
import { wallClock } from "@/lib/core/clock";
import { translator } from "@/lib/i18n/messages";
import { indexState } from "@/lib/people/indexed/commands";
import { notYet } from "@/lib/people/indexed/queries";
import { rememberedSearch } from "@/lib/people/indexed/remembered/commands";
import { findPeople } from "@/lib/vetting/search/queries";
import { lookFor } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await deskLocale(), "desk-search")("title") };
}

interface SearchPageProps {
  searchParams: Promise<{ b?: string | string[] }>;
}

/** Looks for anybody by whatever is known of them. Its address bears no word of it, and shows somebody else nothing. */
export default async function SearchPage({ searchParams }: SearchPageProps) {
  const visit = await enterDesk("case.read");
  const { b } = await searchParams;
  const words = typeof b === "string" ? rememberedSearch(visit.staff, b, wallClock) : null;
  const found = words === null ? null : await findPeople(visit.staff, words, wallClock).catch(notYet);
  const t = translator(visit.locale, "desk-search");
  return (
    <>
      <h1>{t("title")}</h1>
      <SearchForm visit={visit} action={lookFor} words={words} />
      <ReadingNames state={indexState()} waits={words !== null && found === null} locale={visit.locale} />
      {b !== undefined && words === null && <p className="note">{t("over")}</p>}
      {found && <FoundPeople found={found} visit={visit} />}
    </>
  );
}
