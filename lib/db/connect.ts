import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "./generated/client";

export type { Prisma } from "./generated/client";
export type Client = PrismaClient;
/** What a command works with inside its one transaction. */
export type Tx = Omit<PrismaClient, "$connect" | "$disconnect" | "$on" | "$transaction" | "$extends">;

const opened = new Map<string, PrismaClient>();

/**
 * The pool of one PostgreSQL role, made at first use from the environment variable that names its address.
 * A process that was not given an address cannot open that door, whatever its code tries.
 */
export function connect(variable: DoorVariable): PrismaClient {
  const connectionString = process.env[variable];
  if (!connectionString) throw new Error(`${variable} is not set: this process has no such door`);
  const known = opened.get(connectionString);
  if (known) return known;
  const client = new PrismaClient({ adapter: new PrismaPg({ connectionString, max: 10 }) });
  opened.set(connectionString, client);
  return client;
}

export type DoorVariable = "PUBLIC_DATABASE_URL" | "INTAKE_DATABASE_URL" | "DESK_DATABASE_URL";

/** Closes every pool, so that a script or a test file can end. */
export async function closeDoors(): Promise<void> {
  const clients = [...opened.values()];
  opened.clear();
  await Promise.all(clients.map((client) => client.$disconnect()));
}
