import { z } from "zod";
import type { Ear } from "@/lib/db/hearing";
import type { VaultKeys } from "@/lib/vault/keys";
import { DoesNotOpen } from "@/lib/vault/padding";
import type { NameIndex } from "../rules";
import type { Indexed } from "../schema";
import * as registry from "./queries";

const REPORTS_AT_ONCE = 200;

/** Opens what a report says of its person: its shape is known further on. */
export type OpenReport = (keys: VaultKeys, row: registry.ReportRow) => Promise<Indexed>;

/** Fills an index from the registry. What does not open, such as a row that somebody damaged, is counted and left out; nothing else stops for it. */
export class Reader {
  done = 0;
  unread = 0;

  constructor(
    private readonly index: NameIndex,
    private readonly keys: VaultKeys,
    private readonly openReport: OpenReport,
    private readonly progress: () => void,
  ) {}

  /** Everybody of a case as they are now; whoever is no more, is no more in the index. */
  async everybody(ear: Ear): Promise<void> {
    const isFirst = this.index.size === 0;
    const seen = new Set<string>();
    for await (const rows of registry.readEverybody(ear)) {
      for (const row of rows) {
        this.put(row);
        if (!isFirst) seen.add(row.case_id);
      }
      this.count(rows.length);
    }
    if (!isFirst) this.index.keepOnly("case", seen);
  }

  /** These people as they are now. */
  async these(ear: Ear, ids: readonly string[]): Promise<void> {
    for (const row of await registry.readPeople(ear, ids)) this.put(row);
  }

  /** The reports that wait now; what was received is never edited, so none is read twice. */
  async waiting(ear: Ear): Promise<void> {
    const waiting = await registry.waitingReports(ear);
    this.index.keepOnly("report", new Set(waiting));
    const unknown = waiting.filter((id) => !this.index.find({ kind: "report", id }));
    for (let from = 0; from < unknown.length; from += REPORTS_AT_ONCE) {
      const rows = await registry.readReports(ear, unknown.slice(from, from + REPORTS_AT_ONCE));
      for (const row of rows) {
        const report = await this.openReport(this.keys, row).catch((error) => this.skip(error));
        if (report) this.index.put(report);
      }
      this.count(rows.length);
    }
  }

  private put(row: registry.PersonRow): void {
    const { wrapped_key, identity } = row;
    const mark = identity && registry.markOf({ ...row, identity });
    if (mark && wrapped_key && this.index.find({ kind: "case", id: row.case_id })?.mark === mark) return;
    try {
      const opened =
        wrapped_key && identity && registry.openPerson(this.keys, { ...row, wrapped_key, identity });
      if (opened && mark) this.index.put(opened, mark);
      else this.index.take({ kind: "case", id: row.case_id });
    } catch (error) {
      this.skip(error);
      this.index.take({ kind: "case", id: row.case_id });
    }
  }

  /** A row that does not open, or says nothing that can be read, is counted; anything else is not ours. */
  private skip(error: unknown): void {
    if (!(error instanceof DoesNotOpen || error instanceof z.ZodError)) throw error;
    this.unread++;
  }

  private count(rows: number): void {
    this.done += rows;
    this.progress();
  }
}
