import { randomUUID } from "node:crypto";
import { type Ear, hearAtDesk } from "@/lib/db/hearing";
import { Prisma } from "@/lib/db/sql";
import type { VaultKeys } from "@/lib/vault/keys";
import { candidatesFor, candidatesIn } from "../candidates/rules";
import { type OpenReport, Reader } from "../reading/commands";
import { countAll } from "../reading/queries";
import { NameIndex, preparedOf } from "../rules";
import type { IndexState } from "../schema";
import { searchIn } from "../search/rules";
import type { Asked } from "./schema";

const PATIENCE = 5_000;
const AGAIN = 1_000;
const MEGABYTE = 2 ** 20;

/**
 * The index of one registry, kept in one thread: reads everybody once, then hears from the database whom to read anew. What it answers
 * knows of everything that was committed before it was asked. When the database goes away it comes back by itself and reads all again.
 */
export class Keeper {
  private readonly index = new NameIndex();
  private readonly reader: Reader;
  private readonly people = new Set<string>();
  private readonly echoes = new Map<string, () => void>();
  private everybody = true;
  private reports = true;
  private total = 0;
  private isBuilt = false;
  private ears: { hears: Ear; reads: Ear } | null = null;
  private catching: Promise<void> | null = null;

  constructor(
    keys: VaultKeys,
    openReport: OpenReport,
    private readonly tell: (state: IndexState) => void,
  ) {
    this.reader = new Reader(this.index, keys, openReport, () => this.progress());
  }

  async open(): Promise<void> {
    const begun = performance.now();
    try {
      const lost = () => this.comeBack();
      const reads = await hearAtDesk(null, () => undefined, lost);
      const hears = await hearAtDesk("vigilia_index", (said) => this.heard(said), lost);
      this.ears = { hears, reads };
      this.everybody = this.reports = true;
      this.isBuilt = false;
      this.reader.done = this.reader.unread = 0;
      this.total = await countAll(reads);
      this.progress();
      await this.catchUp();
      this.isBuilt = true;
      this.tell({
        state: "ready",
        entries: this.index.size,
        unread: this.reader.unread,
        seconds: (performance.now() - begun) / 1000,
        megabytes: process.memoryUsage().heapUsed / MEGABYTE,
      });
    } catch {
      this.comeBack();
    }
  }

  async answer(asked: Asked): Promise<unknown> {
    await this.beCurrent();
    if (asked.what === "search") return searchIn(this.index, asked.typed, asked.only);
    const { sought } = asked;
    if ("person" in sought) return candidatesIn(this.index, sought);
    const entry = this.index.find(sought);
    return entry ? candidatesFor(this.index, preparedOf(entry), sought) : [];
  }

  private comeBack(): void {
    this.tell({ state: "broken" });
    const ears = this.ears;
    this.ears = null;
    for (const ear of ears ? [ears.hears, ears.reads] : []) void ear.close().catch(() => undefined);
    setTimeout(() => void this.open(), AGAIN);
  }

  private doors() {
    if (!this.ears) throw new Error("the index has lost the registry");
    return this.ears;
  }

  /** The registry echoes a word: whatever was committed before has been heard by then, and is read. */
  private async beCurrent(): Promise<void> {
    const { hears } = this.doors();
    const word = randomUUID();
    const echo = new Promise<void>((done) => this.echoes.set(word, done));
    try {
      await hears.ask(Prisma.sql`SELECT pg_notify('vigilia_index', ${`echo ${word}`})`);
      await Promise.race([echo, late()]);
    } finally {
      this.echoes.delete(word);
    }
    await this.catchUp();
  }

  private heard(said: string): void {
    const [what, id = ""] = said.split(" ");
    if (what === "echo") {
      this.echoes.get(id)?.();
      return;
    }
    if (what === "person") this.people.add(id);
    else if (what === "reports") this.reports = true;
    else this.everybody = true;
    void this.catchUp().catch(() => this.comeBack());
  }

  /** One reading at a time: whoever comes while it runs waits until nothing heard is unread. */
  private catchUp(): Promise<void> {
    this.catching ??= this.readNews().finally(() => {
      this.catching = null;
    });
    return this.catching;
  }

  private async readNews(): Promise<void> {
    while (this.everybody || this.reports || this.people.size > 0) {
      const { reads, hears } = this.doors();
      if (this.everybody) {
        // While the registry looks everybody up on one door, reports come in by the other.
        const both = [this.reader.everybody(reads), ...(this.reports ? [this.reader.waiting(hears)] : [])];
        this.everybody = this.reports = false;
        await Promise.all(both);
      } else if (this.people.size > 0) {
        const ids = [...this.people].slice(0, 1000);
        for (const id of ids) this.people.delete(id);
        await this.reader.these(reads, ids);
      } else {
        this.reports = false;
        await this.reader.waiting(reads);
      }
    }
  }

  private progress(): void {
    const { total } = this;
    if (!this.isBuilt) this.tell({ state: "building", done: Math.min(this.reader.done, total), total });
  }
}

const late = () =>
  new Promise<never>((_, fail) => {
    setTimeout(() => fail(new Error("the registry did not answer the index")), PATIENCE).unref();
  });
