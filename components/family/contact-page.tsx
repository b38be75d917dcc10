import { translator } from "@/lib/i18n/messages";
import { ContactFields } from "./contact-fields";
import { PostForm } from "./post-form";
import { problemText } from "./problem-text";
import { StepEnd } from "./step-end";
import { StepHead } from "./step-head";
import type { StepProps } from "./step-props";

/** Whether and how we may reach whoever writes. */
export function ContactPage({ carried, save, goTo, typed, problems, trouble, ...kept }: StepProps) {
  const { locale } = carried;
  const t = translator(locale, "steps");
  const text = problemText(locale, problems);
  return (
    <>
      <StepHead
        carried={carried}
        step={7}
        heading={t("contact.heading")}
        lead={t("contact.lead")}
        summary={text.summary}
        back={{ post: goTo, to: "documents" }}
        trouble={trouble}
      />
      <PostForm post={save} carried={carried}>
        <ContactFields locale={locale} typed={typed} problemAt={text.at} />
        <StepEnd locale={locale} {...kept} />
      </PostForm>
    </>
  );
}
