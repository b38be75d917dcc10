import { Button } from "@/components/ui/button";
import { translator } from "@/lib/i18n/messages";
import { NumberBox } from "./number-box";
import { type Carried, type Post, PostForm } from "./post-form";

interface SentProps {
  carried: Carried;
  code: string;
  begin: Post;
  links: { phone: string; danger: string };
  /** The entry address, where this installation has one of its own. */
  address: string | null;
  /** A picture of that address, which bears no number. */
  qr?: string;
}

/** The receipt: that it arrived, the number once more, how to come back and what happens now in honest times. Prints on one sheet. */
export function SentPage({ carried, code, begin, links, address, qr }: SentProps) {
  const t = translator(carried.locale, "family");
  return (
    <>
      <h1>{t("sent.heading")}</h1>
      <div className="printed">
        <p>{t("sent.lead")}</p>
        <NumberBox code={code} locale={carried.locale} />
        <p>
          <b>{t("number.notAccount")}</b>
        </p>
        <h2>{t("sent.addressHeading")}</h2>
        <p>{t("sent.enter")}</p>
        {address && <p className="breakable">{address}</p>}
        {qr && <img src={qr} alt={t("sent.qr")} width={132} height={132} />}
      </div>
      <p>{t("sent.paper")}</p>
      <p>{t("sent.come")}</p>
      <h2>{t("sent.nextHeading")}</h2>
      <p>{t("sent.next")}</p>
      <p>{t("review.guarantee")}</p>
      <p>
        <a href={links.danger}>{t("sent.danger")}</a>
      </p>
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
