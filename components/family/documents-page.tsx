import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FieldFrame } from "@/components/ui/field";
import { translator } from "@/lib/i18n/messages";
import { type Carried, type Post, PostForm } from "./post-form";
import { StepHead } from "./step-head";

interface DocumentsProps {
  carried: Carried;
  /** Where files are posted: an address of its own, because they arrive piece by piece. */
  receive: string;
  /** What came with a report not sent yet; of one already sent nothing is shown again, only how many came. */
  documents: { id: string; name: string; bytes: number }[] | null;
  count: number;
  most: number;
  /** Why the last file did not stay, in words that say what to do. */
  problem?: string;
  remove: Post;
  goTo: Post;
  send: Post;
  /** What is needed has been answered: it can be sent from here. */
  ready?: boolean;
  expiresAt?: Date;
}

/** One file at a time, each kept as soon as it arrives; what is here so far, with its way back. Nothing here is needed to send a report. */
export function DocumentsPage(props: DocumentsProps) {
  const { carried, receive, documents, count, most, problem, remove, goTo, send, ready, expiresAt } = props;
  const t = translator(carried.locale, "family");
  const next = documents ? "on" : "report";
  const summary = problem ? [{ href: "#file", text: problem }] : [];
  return (
    <>
      {documents ? (
        <StepHead
          carried={carried}
          step={6}
          heading={t("documents.heading")}
          summary={summary}
          back={{ post: goTo, to: "health" }}
        />
      ) : (
        <>
          <ErrorSummary title={t("frame.summary")} errors={summary} />
          <h1>{t("documents.heading")}</h1>
        </>
      )}
      <p>{t("documents.lead")}</p>
      <p>{t("documents.hidden")}</p>
      {count === 0 && <p>{t("documents.none")}</p>}
      {count > 0 && !documents && <p>{t("documents.count", { count })}</p>}
      {documents && documents.length > 0 && (
        <PostForm post={remove} carried={carried}>
          <h2>{t("documents.here")}</h2>
          <ul className="plain-list">
            {documents.map(({ id, name, bytes }) => (
              <li key={id}>
                <span className="breakable">{name || t("documents.unnamed")}</span> ({weight(bytes)}){" "}
                <button
                  type="submit"
                  name="document"
                  value={id}
                  className="link"
                  aria-label={t("documents.removeWhat", { name: name || t("documents.unnamed") })}
                >
                  {t("documents.remove")}
                </button>
              </li>
            ))}
          </ul>
        </PostForm>
      )}
      {count < most ? (
        <form action={receive} method="post" encType="multipart/form-data" autoComplete="off">
          <input type="hidden" name="flow" value={carried.sealed} />
          <FieldFrame
            asked={{
              name: "file",
              label: t("documents.file"),
              hint: t("documents.fileHint"),
              error: problem,
            }}
          >
            <input
              id="file"
              name="file"
              type="file"
              className="box"
              accept="image/jpeg,image/png,image/webp,application/pdf"
              aria-describedby={problem ? "file-hint file-error" : "file-hint"}
              aria-invalid={problem ? true : undefined}
            />
          </FieldFrame>
          <Button large plain>
            {t("documents.add")}
          </Button>
        </form>
      ) : (
        <p>{t("documents.full")}</p>
      )}
      <PostForm post={goTo} carried={carried}>
        <p>
          <Button large name="to" value={next}>
            {t(documents ? "documents.toReview" : "documents.toReport")}
          </Button>
        </p>
      </PostForm>
      {ready && (
        <PostForm post={send} carried={carried}>
          <Button large plain>
            {t("frame.sendNow")}
          </Button>
        </PostForm>
      )}
      {expiresAt && <p className="hint">{t("frame.keptUntil", { date: expiresAt })}</p>}
    </>
  );
}

/** Bytes as people say them: "340 KB", "2.1 MB". */
const weight = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
