import { openRoute } from "@/lib/core/answer";
import { openApiDocument } from "@/lib/opendata/document/rules";

export const dynamic = "force-dynamic";

/** The open API described from the very shapes it answers with. */
export const GET = openRoute(async () => ({ json: openApiDocument() }));
