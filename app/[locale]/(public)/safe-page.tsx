import { unstable_rethrow } from "next/navigation";
import { BrokenView } from "@/components/shell/broken-view";
import { PublicFrame } from "@/components/shell/public-frame";
import { newId } from "@/lib/core/ids";
import { logFailure } from "@/lib/core/log";
import type { Locale } from "@/lib/i18n/locales";
import { findSite } from "@/lib/opendata/site/queries";
import type { Site } from "@/lib/opendata/site/schema";

interface Page {
  locale: Locale;
  /** Spanish path with its query, such as `/casos?entidad=VE-V`. */
  path: string;
}

/**
 * Awaits a page's body and puts it in the public frame. When anything it awaits throws, a readable page with a number to quote
 * comes out instead of the empty one Next would send; the log gets that number and the kind of failure, never words.
 */
export async function safePage(page: Page, body: (site: Site | null) => Promise<React.ReactNode>) {
  const site = await findSite().catch((error: unknown) => {
    logFailure("site.unread", error, { zone: "public" });
    return null;
  });
  try {
    return (
      <PublicFrame {...page} site={site}>
        {await body(site)}
      </PublicFrame>
    );
  } catch (error) {
    unstable_rethrow(error);
    const reference = newId().slice(-8).toUpperCase();
    logFailure("page.broken", error, { zone: "public", digest: reference });
    return (
      <PublicFrame {...page} site={site}>
        <BrokenView locale={page.locale} reference={reference} />
      </PublicFrame>
    );
  }
}
