import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { pathTo } from "@/lib/i18n/paths";
import { familyDoor } from "./family-door";

/** Three ways on, in text: for families, for the press, for whoever asks how it is counted. */
export function Doors({ locale }: { locale: Locale }) {
  const t = translator(locale, "home");
  const doors = [
    { to: familyDoor(locale), name: t("doorFamily"), body: t("doorFamilyBody") },
    { to: pathTo(locale, "/comparar"), name: t("doorPress"), body: t("doorPressBody") },
    { to: pathTo(locale, "/metodo"), name: t("doorMethod"), body: t("doorMethodBody") },
  ];
  return (
    <nav aria-label={t("doorsTitle")} className="doors mt-12">
      {doors.map((door) => (
        <div key={door.to}>
          <a href={door.to} className="serif text-xl leading-11">
            {door.name}
          </a>
          <p className="note">{door.body}</p>
        </div>
      ))}
    </nav>
  );
}
