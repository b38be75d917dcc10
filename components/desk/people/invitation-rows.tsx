import { DeskForm } from "@/components/desk/form";
import { Button } from "@/components/ui/button";
import type { listInvitations } from "@/lib/auth/invitations";
import { may } from "@/lib/auth/permissions";
import type { DeskVisit } from "@/lib/auth/session";
import type { FormState } from "@/lib/core/form";
import { translator } from "@/lib/i18n/messages";

type Act = (before: FormState, form: FormData) => Promise<FormState>;

interface InvitationRowsProps {
  invitations: Awaited<ReturnType<typeof listInvitations>>;
  visit: DeskVisit;
  second: Act;
  revoke: Act;
}

/** Places that wait for their owner; where keys are to be replaced, whether a second administrator has agreed. */
export function InvitationRows({ invitations, visit, second, revoke }: InvitationRowsProps) {
  const { staff, csrf, locale } = visit;
  const t = translator(locale, "staff");
  if (invitations.length === 0) return <p>{t("invitationsNone")}</p>;
  return (
    <ul>
      {invitations.map(({ id, username, role, replaces, invitedBy, expiresAt, secondedBy }) => (
        <li key={id}>
          <p>
            <strong>{username}</strong>, {t("roleName", { role })}.{" "}
            {t("invitedBy", { who: invitedBy, at: expiresAt })}{" "}
            {replaces && (secondedBy ? t("replacingSeconded", { who: secondedBy }) : t("replacing"))}
          </p>
          {replaces && !secondedBy && may(staff, "staff.second") && invitedBy !== staff.username && (
            <DeskForm id={`segundo-${id}`} action={second} csrf={csrf} locale={locale} hidden={{ id }}>
              <Button plain>{t("secondInvitation")}</Button>
            </DeskForm>
          )}
          <DeskForm id={`revocar-${id}`} action={revoke} csrf={csrf} locale={locale} hidden={{ id }}>
            <Button plain>{t("revokeInvitation")}</Button>
          </DeskForm>
        </li>
      ))}
    </ul>
  );
}
