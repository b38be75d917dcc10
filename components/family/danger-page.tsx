import { Button } from "@/components/ui/button";
import { translator } from "@/lib/i18n/messages";
import { Helplines } from "./helplines";
import { type Carried, type Post, PostForm } from "./post-form";

interface DangerProps {
  carried: Carried;
  /** There is a report being written that goes on from here. */
  writing: boolean;
  ready?: boolean;
  send: Post;
  goTo: Post;
  start: string;
  /** Where the receipt is, for whoever came from it. */
  receipt?: string;
}

/** What can be done today where somebody is in danger, without a lawyer and without money; and that this is no emergency service. */
export function DangerPage({ carried, writing, ready, send, goTo, start, receipt }: DangerProps) {
  const t = translator(carried.locale, "steps");
  const f = translator(carried.locale, "family");
  return (
    <>
      <h1>{t("danger.heading")}</h1>
      <p>{t(writing ? "danger.lead" : "danger.leadAnyone")}</p>
      <ol className="plain-list">
        {(["habeas", "ask", "doctor", "organisation", "alone"] as const).map((key) => (
          <li key={key}>{t(`danger.${key}`)}</li>
        ))}
      </ol>
      <Helplines locale={carried.locale} />
      <p>
        <b>{t("danger.notService")}</b>
      </p>
      {writing && ready && (
        <PostForm post={send} carried={carried}>
          <Button large>{f("frame.sendNow")}</Button>
        </PostForm>
      )}
      {writing ? (
        <PostForm post={goTo} carried={carried}>
          <Button large plain={ready} name="to" value="on">
            {f("frame.next")}
          </Button>
        </PostForm>
      ) : (
        <p>{receipt ? <a href={receipt}>{f("frame.back")}</a> : <a href={start}>{f("trouble.again")}</a>}</p>
      )}
    </>
  );
}
