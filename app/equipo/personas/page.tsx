import type { Metadata } from "next";
import { DeskSelect, DeskText } from "@/components/desk/fields";
import { DeskForm } from "@/components/desk/form";
import { InvitationRows } from "@/components/desk/people/invitation-rows";
import { TeamTable } from "@/components/desk/people/team-table";
import { Button } from "@/components/ui/button";
import { listInvitations } from "@/lib/auth/invitations";
import { listStaff } from "@/lib/auth/list-staff";
import { staffRole } from "@/lib/auth/schema";
import { deskLocale, enterDesk } from "@/lib/auth/session";
import { wallClock } from "@/lib/core/clock";
import { translator } from "@/lib/i18n/messages";
import { depart, giveRole, invite, putOut, revoke, second } from "./actions";

type Props = { searchParams: Promise<{ hecho?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await deskLocale(), "staff")("people") };
}

/** The team by pseudonym: who is on it and as what, who is invited, inviting, another role, leaving, out at once. */
export default async function PeoplePage({ searchParams }: Props) {
  const visit = await enterDesk("staff.invite");
  const { staff, csrf, locale } = visit;
  const t = translator(locale, "staff");
  const { hecho } = await searchParams;
  const done = (["seconded", "revoked", "role", "disabled", "departed"] as const).find(
    (one) => one === hecho,
  );
  const [team, invitations] = await Promise.all([listStaff(staff), listInvitations(staff, wallClock)]);
  return (
    <>
      {done && (
        <p className="done" role="status">
          {t(`peopleDid.${done}`)}
        </p>
      )}
      <h1>{t("people")}</h1>
      <TeamTable team={team} visit={visit} giveRole={giveRole} putOut={putOut} depart={depart} />
      <section className="entry">
        <h2>{t("invitationsTitle")}</h2>
        <InvitationRows invitations={invitations} visit={visit} second={second} revoke={revoke} />
      </section>
      <section className="entry">
        <h2>{t("inviteTitle")}</h2>
        <p className="note">{t("inviteHint")}</p>
        <DeskForm
          id="invitar"
          className="grid max-w-[34rem] gap-4"
          action={invite}
          csrf={csrf}
          locale={locale}
          labels={{ username: t("username"), role: t("role") }}
        >
          <DeskText name="username" label={t("username")} hint={t("usernameHint")} />
          <DeskSelect
            name="role"
            label={t("role")}
            empty={t("choose")}
            choices={staffRole.options.map((role) => ({ value: role, label: t("roleName", { role }) }))}
          />
          <Button>{t("invite")}</Button>
        </DeskForm>
      </section>
    </>
  );
}
