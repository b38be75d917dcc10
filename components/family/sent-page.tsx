import { Button } from "@/components/ui/button";
import { translator } from "@/lib/i18n/messages";
import { NumberBox } from "./number-box";
import { type Carried, type Post, PostForm } from "./post-form";

interface SentProps {
  carried: Carried;
  code: string;
  begin: Post;
  links: { phone: string; danger: string };
}

/** The receipt: that it arrived, the number once more, and what happens now in honest times. */
export function SentPage({ carried, code, begin, links }: SentProps) {
  const t = translator(carried.locale, "family");
  return (
    <>
      <h1>{t("sent.heading")}</h1>
      <p>{t("sent.lead")}</p>
      <NumberBox code={code} locale={carried.locale} />
      <p>
        <b>{t("number.notAccount")}</b>
      </p>
      <h2>{t("sent.nextHeading")}</h2>
      <p>{t("sent.next")}</p>
      <p>{t("sent.come")}</p>
      <p>
        <a href={links.danger}>{t("sent.danger")}</a>
      </p>
      <p>{t("review.guarantee")}</p>
      <p>
        {t("sent.leave")} <a href={links.phone}>{t("frame.phone")}</a>
      </p>
      <PostForm post={begin} carried={carried}>
        <Button large plain>
          {t("sent.another")}
        </Button>
      </PostForm>
    </>
  );
}
