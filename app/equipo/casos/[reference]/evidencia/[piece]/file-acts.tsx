import { Custody } from "@/components/desk/evidence/custody";
import { Original } from "@/components/desk/evidence/original";
import { sizeText } from "@/components/desk/evidence/words";
import { DeskForm } from "@/components/desk/form";
import { Button } from "@/components/ui/button";
import { may } from "@/lib/auth/permissions";
import type { DeskVisit } from "@/lib/auth/session";
import { Refusal, type RefusalCode } from "@/lib/core/refusal";
import { translator } from "@/lib/i18n/messages";
import type { CaseForDesk } from "@/lib/vetting/cases/rules";
import type { PieceShown } from "@/lib/vetting/evidence/queries";
import { uses } from "@/lib/vetting/evidence/rules";
import { label } from "@/lib/vocabularies/rules";
import { markOne } from "../actions";

interface FileActsProps extends Pick<PieceShown, "opened"> {
  piece: string;
  path: string;
  file: NonNullable<PieceShown["file"]>;
  found: CaseForDesk;
  /** Why the file was not given the last time. */
  problem: RefusalCode | null;
  visit: DeskVisit;
}

/** What is known of a file, what it may be used for, the mark that covers it, through whose hands it went, and the file itself. */
export function FileActs({ piece, path, file, opened, found, problem, visit }: FileActsProps) {
  const { staff, locale, csrf } = visit;
  const t = translator(locale, "evidence");
  const documents = translator(locale, "documents");
  if (file.closed || opened === null) return null;
  const original = may(staff, "document.original") && (
    <Original path={`${path}/original`} csrf={csrf} problem={problem} locale={locale}>
      <div className="field">
        <label htmlFor="use">{t("use")}</label>
        <select id="use" name="use" className="box" defaultValue="store">
          {file.uses.map((use) => (
            <option key={use} value={use}>
              {label("purpose", use, locale)}
            </option>
          ))}
        </select>
      </div>
    </Original>
  );
  const list = (some: readonly string[]) => some.map((use) => label("purpose", use, locale)).join("; ");
  const not = uses.filter((use) => !file.uses.includes(use));
  const permitted = (
    <p className="note">
      {t("uses", { list: list(file.uses) })} {not.length > 0 && t("usesNot", { list: list(not) })}
    </p>
  );
  if (opened instanceof Refusal)
    return (
      <>
        {permitted}
        {original}
      </>
    );
  const { graphic, kind, bytes, sha256, receivedAt, custody, obtained } = opened;
  return (
    <>
      <section className="entry" id="archivo">
        <h2>{t("obtained")}</h2>
        <p className="breakable">{obtained ?? t("obtainedFamily")}</p>
        {file.report !== null && (
          <p>
            <a href={`/equipo/reportes/${file.report}`}>{t("report")}</a>
          </p>
        )}
        <p className="note">
          {documents("kind", { kind, size: sizeText(bytes) })} · {documents("hash")}{" "}
          <code className="breakable">{sha256}</code>
        </p>
        {permitted}
        <DeskForm
          id="marcar"
          action={markOne}
          csrf={csrf}
          locale={locale}
          hidden={{
            ...{ caseId: found.caseId, reference: found.reference },
            ...{ piece, graphic: graphic ? "no" : "yes" },
          }}
        >
          <Button plain>{documents(graphic ? "unmark" : "mark")}</Button>
        </DeskForm>
      </section>
      <Custody
        receivedAt={receivedAt}
        acts={custody}
        came={file.report === null ? t("file.brought") : undefined}
        locale={locale}
      />
      {original}
    </>
  );
}
