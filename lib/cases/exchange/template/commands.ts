import { createHash } from "node:crypto";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import type { Clock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import { desk } from "@/lib/db/desk";
import { foldOrigin } from "@/lib/evidence/schema";
import { inspectRegistry, stageRegistry } from "../commands";
import type { Inspection, Progress, RegistryFile } from "../inspecting/queries";
import { type ReadTemplate, readTemplate } from "./rules";
import type { TemplateNotice } from "./schema";

/** A sheet under the template's heads, and how the organisation it comes from is called: traced on every case, and half of what makes a row one row. */
export interface TemplateFile {
  bytes: Uint8Array;
  source: string;
}

/** A sheet refused whole: what is wrong, line by line. Nothing was written. */
export class TemplateRefusal extends Refusal {
  constructor(readonly template: ReadTemplate) {
    super("file_invalid", { count: template.problems.length });
  }
}

export interface InspectedTemplate {
  template: ReadTemplate;
  inspection: Inspection;
}

/** What bringing a sheet in would do: every bad row with its reasons, who resembles whom, how many cases. Writes nothing of it. */
export async function inspectTemplate(
  actor: Actor,
  file: TemplateFile,
  clock: Clock,
  progress?: Progress,
): Promise<InspectedTemplate> {
  authorise(actor, "registry.import");
  const now = clock();
  const template = readTemplate(file.bytes, now);
  if (template.head.length === 0) throw new TemplateRefusal(template);
  const inspection = await inspectRegistry(actor, registryFile(template, file, now), clock, progress);
  return withChanged(template, inspection);
}

/**
 * Brings a sheet in, sealed and waiting: each row a case that waits for evaluation, counted nowhere, then or when a second person confirms
 * the batch; two people decide each case afterwards. Any bad row refuses the whole sheet unless bad rows may be left out.
 */
export async function stageTemplate(
  actor: Actor,
  file: TemplateFile,
  { skipBad, progress }: { skipBad: boolean; progress?: Progress },
  clock: Clock,
): Promise<InspectedTemplate & { batchId: string; confirmed: boolean }> {
  authorise(actor, "registry.import");
  // A run that goes on reads with the day of the first, or a span cut at today would be cut elsewhere.
  const begun = await desk().importBatch.findFirst({
    where: { source: file.source, sha256: sha256Of(file.bytes), discardedAt: null },
    select: { importedAt: true },
  });
  const now = begun?.importedAt ?? clock();
  const template = readTemplate(file.bytes, now);
  if (template.rows.length === 0 || (template.problems.length > 0 && !skipBad))
    throw new TemplateRefusal(template);
  const staged = await stageRegistry(actor, registryFile(template, file, now), { skipBad, progress }, clock);
  return { ...staged, ...withChanged(template, staged.inspection) };
}

/** Rows that changed since they were imported are told and left: what came in is corrected on the case, by two people. */
function withChanged(template: ReadTemplate, inspection: Inspection): InspectedTemplate {
  const changed = inspection.warnings
    .filter(({ why }) => why === "changed_since_import")
    .map(({ line }): TemplateNotice => ({ line, column: null, code: "changed_since_import" }));
  return { template: { ...template, notices: [...template.notices, ...changed] }, inspection };
}

const sha256Of = (bytes: Uint8Array) => new Uint8Array(createHash("sha256").update(bytes).digest());

/** The rows as a registry file of today's knowledge, each at the line of the sheet where it begins. */
function registryFile(template: ReadTemplate, { bytes, source }: TemplateFile, now: Date): RegistryFile {
  const header = { type: "registry", version: 1, source, exportedAt: now.toISOString(), history: "now" };
  const origin = `ngo:${foldOrigin(source).replaceAll(":", "-") || "source"}`;
  return {
    sha256: sha256Of(bytes),
    template: { problems: template.problems, notices: template.notices },
    async *lines() {
      yield { line: 1, text: JSON.stringify(header) };
      for (const { line, row } of template.rows) {
        const words = {
          kind: "ngo_list",
          origin,
          lead: true,
          words: { ...row.words, place: `${source}, ${line}` },
        };
        yield { line, text: JSON.stringify(row.content), words };
      }
    },
  };
}
