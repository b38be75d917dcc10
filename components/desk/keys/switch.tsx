import { Button } from "@/components/ui/button";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";

interface Props {
  on: boolean;
  locale: Locale;
  switchKeys: (form: FormData) => Promise<void>;
}

/** Whether the keys act on this device, and the button that changes it. */
export function KeysSwitch({ on, locale, switchKeys }: Props) {
  const q = translator(locale, "desk-queue");
  return (
    <section className="entry" id="teclas">
      <h2>{q("keys.section")}</h2>
      <p>
        {q(on ? "keys.areOn" : "keys.areOff")} {q("keys.hint")}
      </p>
      <form action={switchKeys}>
        <input type="hidden" name="keys" value={on ? "off" : "on"} />
        <Button plain>{q(on ? "keys.off" : "keys.on")}</Button>
      </form>
    </section>
  );
}
