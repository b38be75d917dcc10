/** Pieces of SQL to put together, each value bound and never written into the text. */
export { Prisma } from "./generated/client";
