import NextAuth from "next-auth";
import { authOptions } from "@/lib/auth/next-auth";
import { surface } from "@/lib/core/env";

type Context = { params: Promise<{ nextauth: string[] }> };

/** next-auth's own addresses, on the desk alone: in the open process there is nothing here. */
function answer(request: Request, context: Context): Promise<Response> | Response {
  if (surface() !== "desk") return new Response(null, { status: 404 });
  return NextAuth(request as never, context as never, authOptions());
}

export { answer as GET, answer as POST };
