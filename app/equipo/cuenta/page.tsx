import type { Metadata } from "next";
import { DeskPassphrase } from "@/components/desk/fields";
import { DeskForm } from "@/components/desk/form";
import { KeysSwitch } from "@/components/desk/keys/switch";
import { LeftWaitingRows } from "@/components/desk/people/left-waiting";
import { momentText } from "@/components/desk/when";
import { Button } from "@/components/ui/button";
import { readOwnAccess } from "@/lib/auth/own-sessions";
import { currentSessionId, deskLocale, enterDesk, keysAreOn } from "@/lib/auth/session";
import { translator } from "@/lib/i18n/messages";
import { listLeftTo } from "@/lib/vetting/departures/queries";
import { switchKeys } from "../teclas/actions";
import { changeOwn, endSession, renewCodes } from "./actions";

type Props = { searchParams: Promise<{ hecho?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await deskLocale(), "staff")("accountTitle") };
}

/** One's own access: where one is signed in, ending a session elsewhere, recovery codes, passphrase; and what others left to one. */
export default async function AccountPage({ searchParams }: Props) {
  const { staff, csrf, locale } = await enterDesk();
  const t = translator(locale, "staff");
  const { sessions, codesLeft } = await readOwnAccess(staff, (await currentSessionId()) ?? "");
  const { hecho } = await searchParams;
  const left = await listLeftTo(staff);
  return (
    <>
      {(hecho === "ended" || hecho === "passphrase") && (
        <p className="done" role="status">
          {t(hecho === "ended" ? "sessionEnded" : "passphraseChanged")}
        </p>
      )}
      <h1>{t("accountTitle")}</h1>
      <section className="entry">
        <h2>{t("sessionsTitle")}</h2>
        <ul>
          {sessions.map(({ mark, createdAt, lastSeenAt, isThis }) => (
            <li key={mark}>
              <p>
                {t("sessionSince", {
                  since: momentText(createdAt, locale),
                  seen: momentText(lastSeenAt, locale),
                })}{" "}
                {isThis && <strong>{t("sessionThis")}</strong>}
              </p>
              {!isThis && (
                <DeskForm
                  id={`sesion-${mark}`}
                  action={endSession}
                  csrf={csrf}
                  locale={locale}
                  hidden={{ mark }}
                >
                  <Button plain>{t("endSession")}</Button>
                </DeskForm>
              )}
            </li>
          ))}
        </ul>
      </section>
      <LeftWaitingRows left={left} locale={locale} />
      <section className="entry">
        <h2>{t("passphraseTitle")}</h2>
        <p className="note">{t("passphraseLead")}</p>
        <DeskForm
          id="frase"
          className="grid max-w-[34rem] gap-4"
          action={changeOwn}
          csrf={csrf}
          locale={locale}
          labels={{ current: t("currentPassphrase"), passphrase: t("newPassphrase") }}
        >
          <DeskPassphrase name="current" label={t("currentPassphrase")} />
          <DeskPassphrase name="passphrase" label={t("newPassphrase")} hint={t("newPassphraseHint")} />
          <Button plain>{t("changePassphrase")}</Button>
        </DeskForm>
      </section>
      <section className="entry">
        <h2>{t("codesTitle")}</h2>
        <p>{t("codesLeft", { n: codesLeft })}</p>
        <p className="note">{t("codesHint")}</p>
        <DeskForm id="codigos" action={renewCodes} csrf={csrf} locale={locale}>
          <Button plain>{t("renewCodes")}</Button>
        </DeskForm>
      </section>
      <KeysSwitch on={await keysAreOn()} locale={locale} switchKeys={switchKeys} />
    </>
  );
}
