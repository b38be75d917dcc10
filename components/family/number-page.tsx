import { Button } from "@/components/ui/button";
import { translator } from "@/lib/i18n/messages";
import { NumberBox } from "./number-box";
import { type Carried, type Post, PostForm } from "./post-form";

/** The receipt code, before any word about anybody: whatever happens later, the way back is already on paper. */
export function NumberPage({ carried, code, confirm }: { carried: Carried; code: string; confirm: Post }) {
  const t = translator(carried.locale, "family");
  return (
    <>
      <h1>{t("number.heading")}</h1>
      <NumberBox code={code} locale={carried.locale} />
      <p>
        <b>{t("number.write")}</b> {t("number.only")}
      </p>
      <p>
        <b>{t("number.notAccount")}</b>
      </p>
      <p>{t("number.alone")}</p>
      <p>{t("number.saved")}</p>
      <p>{t("number.expires")}</p>
      <PostForm post={confirm} carried={carried}>
        <Button large>{t("number.next")}</Button>
      </PostForm>
    </>
  );
}
