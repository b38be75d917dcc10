import { DeskSelect } from "@/components/desk/fields";
import { DeskForm } from "@/components/desk/form";
import { dayText } from "@/components/desk/when";
import { Button } from "@/components/ui/button";
import { Table } from "@/components/ui/table";
import type { StaffLine } from "@/lib/auth/list-staff";
import { staffRole } from "@/lib/auth/schema";
import type { DeskVisit } from "@/lib/auth/session";
import type { FormState } from "@/lib/core/form";
import { translator } from "@/lib/i18n/messages";

type Act = (before: FormState, form: FormData) => Promise<FormState>;

interface TeamTableProps {
  team: StaffLine[];
  visit: DeskVisit;
  giveRole: Act;
  putOut: Act;
  depart: Act;
}

/** Everybody who is or was on the team. Nobody changes their own role or puts themselves out. */
export function TeamTable({ team, visit, giveRole, putOut, depart }: TeamTableProps) {
  const { staff, csrf, locale } = visit;
  const t = translator(locale, "staff");
  const roles = staffRole.options.map((role) => ({ value: role, label: t("roleName", { role }) }));
  const acts = ({ username, role, disabledAt }: StaffLine) =>
    disabledAt === null &&
    username !== staff.username && (
      <details>
        <summary>{t("change")}</summary>
        <DeskForm
          className="grid max-w-[34rem] gap-2 pb-4"
          id={`rol-${username}`}
          action={giveRole}
          csrf={csrf}
          locale={locale}
          hidden={{ username }}
        >
          <DeskSelect name="role" label={t("role")} value={role} choices={roles} />
          <Button plain>{t("giveRole")}</Button>
        </DeskForm>
        <DeskForm
          id={`partida-${username}`}
          action={depart}
          csrf={csrf}
          locale={locale}
          hidden={{ username }}
        >
          <p className="note">{t("departHint")}</p>
          <DeskSelect
            name="heir"
            label={t("heir")}
            empty={t("heirNone")}
            choices={team
              .filter((one) => one.disabledAt === null && one.username !== username)
              .map((one) => ({
                value: one.username,
                label: `${one.username}, ${t("roleName", { role: one.role })}`,
              }))}
          />
          <Button plain>{t("depart")}</Button>
        </DeskForm>
        <DeskForm
          className="grid max-w-[34rem] gap-2 pb-4"
          id={`sacar-${username}`}
          action={putOut}
          csrf={csrf}
          locale={locale}
          hidden={{ username }}
        >
          <p className="note">{t("putOutHint")}</p>
          <Button plain>{t("putOut")}</Button>
        </DeskForm>
      </details>
    );
  return (
    <Table
      cards
      caption={t("teamCaption", { n: team.filter((one) => one.disabledAt === null).length })}
      rows={team}
      rowKey={(one) => one.username}
      columns={[
        { key: "username", head: t("username"), cell: (one) => one.username },
        { key: "role", head: t("role"), cell: (one) => t("roleName", { role: one.role }) },
        { key: "since", head: t("since"), cell: (one) => dayText(one.createdAt, locale) },
        {
          key: "state",
          head: t("state"),
          cell: ({ disabledAt, heir }) =>
            disabledAt
              ? [t("outSince", { at: disabledAt }), heir && t("leftTo", { heir })].filter(Boolean).join("; ")
              : t("active"),
        },
        { key: "acts", head: t("change"), cell: acts },
      ]}
    />
  );
}
