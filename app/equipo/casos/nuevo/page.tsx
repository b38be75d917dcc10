import type { Metadata } from "next";
import { DeskCheck, DeskSelect } from "@/components/desk/fields";
import { DeskForm } from "@/components/desk/form";
import { Key } from "@/components/desk/keys/key";
import { SIGN } from "@/components/desk/keys/rules";
import { OpeningFields } from "@/components/desk/opening-fields";
import { SpeakerFields } from "@/components/desk/speaker-fields";
import { Button } from "@/components/ui/button";
import { deskLocale, enterDesk } from "@/lib/auth/session";
import { channels } from "@/lib/cases/dossier/schema";
import { translator } from "@/lib/i18n/messages";
import { openDirect } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await deskLocale(), "desk")("opening.title") };
}

/** A case that no family reported: how it came, who, what is known, and who permits what. */
export default async function NewCasePage() {
  const { csrf, locale } = await enterDesk("case.open");
  const t = translator(locale, "desk");
  return (
    <>
      <h1>{t("opening.title")}</h1>
      <p className="note">{t("opening.hint")}</p>
      <DeskForm
        id="nuevo"
        action={openDirect}
        csrf={csrf}
        locale={locale}
        labels={{
          "identity.givenNames": t("identity.givenNames"),
          "identity.surnames": t("identity.surnames"),
          "identity.idDocument.number": t("identity.documentNumber"),
          "fact.earliest": t("fact.earliest"),
          "fact.latest": t("fact.latest"),
          "speaker.how": t("opening.how"),
        }}
      >
        <div className="stack entry">
          <DeskSelect
            name="channel"
            label={t("opening.channel")}
            value="telephone"
            choices={channels
              .filter((channel) => channel !== "report")
              .map((value) => ({ value, label: t(`case.channels.${value}`) }))}
          />
          <OpeningFields payload={null} locale={locale} />
          <SpeakerFields locale={locale} />
          <DeskCheck name="another" label={t("opening.another")} />
          <div>
            <Button data-key={SIGN}>
              {t("opening.submit")} <Key of={SIGN} />
            </Button>
          </div>
        </div>
      </DeskForm>
    </>
  );
}
