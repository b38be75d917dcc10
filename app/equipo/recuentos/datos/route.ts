import { deskOnly, requireStaff } from "@/lib/auth/session";
import { listPublishedMoments } from "@/lib/balances/moments/queries";
import { wallClock } from "@/lib/core/clock";
import { csvOf } from "@/lib/core/csv";
import { Refusal } from "@/lib/core/refusal";
import { askQuestion } from "@/lib/tallies/asking/commands";
import { askedFrom, readQuestion } from "@/lib/tallies/asking/rules";

export const dynamic = "force-dynamic";

/** The answer of the page at the same address as a file: `format=csv`, one number a row, or `format=json`. On the trail as well. */
export async function GET(request: Request): Promise<Response> {
  try {
    deskOnly();
    const staff = await requireStaff();
    const { format = "json", ...address } = Object.fromEntries(new URL(request.url).searchParams);
    const from = askedFrom(address, await listPublishedMoments(staff));
    if (!from) return problem(404, "not_found");
    const read = readQuestion(from.asked, wallClock());
    if (!("question" in read)) return problem(400, "bad_moment");
    const { answer, rows } = await askQuestion(staff, read.question, wallClock);
    return format === "csv"
      ? fileOf(csvOf(rows), "text/csv; charset=utf-8; header=present", "csv")
      : fileOf(`${JSON.stringify(answer)}\n`, "application/json; charset=utf-8", "json");
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === "not_signed_in") return problem(401, error.code);
    return problem(["not_permitted", "not_found"].includes(error.code) ? 404 : 400, error.code);
  }
}

const fileOf = (body: string, type: string, extension: string) =>
  new Response(body, {
    headers: {
      "Content-Type": type,
      "Cache-Control": "no-store",
      "Content-Disposition": `attachment; filename="vigilia-exact-not-for-publication.${extension}"`,
    },
  });

const problem = (status: number, code: string) =>
  Response.json({ type: `/problems/${code}`, status }, { status, headers: { "Cache-Control": "no-store" } });
