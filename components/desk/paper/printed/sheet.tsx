import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { Boxes, Line, type Say, Ticks } from "./parts";

const permissions = ["partners", "un", "iachr", "nameIt", "photo", "press", "archive"] as const;
const known = ["yes", "no", "unknown"] as const;

interface SheetProps {
  /** The slip's number: all that is on the paper of who it belongs to. */
  number: string;
  locale: Locale;
  /** Where families return; a line to write on where the operator gave no address. */
  address: string | null;
}

/** One letter page to be written by hand, under the numbers of the pages that families see, with the part they keep at its foot. */
export function PrintedSheet({ number, locale, address }: SheetProps) {
  const t = translator(locale, "sheet");
  const say: Say = (key) => t(key);
  return (
    <article className="planilla" lang={locale}>
      <header>
        <h2>{t("name")}</h2>
        <Boxes say={say} name="takenOn" wide={6} />
        <p className="slip">{t("number", { number })}</p>
      </header>
      <p className="not">
        <b>{t("notHeading")}</b> {t("not")}
      </p>
      <h3>
        {t("questions")} <small>{t("needed")}</small>
      </h3>
      <div className="grid">
        <Ticks say={say} name="store" answers={["yes", "no"]} wide={5} />
        <Ticks say={say} name="count" answers={["yes", "no"]} wide={7} />
      </div>
      <Who say={say} />
      <h3>{t("s4")}</h3>
      <div className="grid">
        <Ticks say={say} name="presented" answers={known} wide={6} />
        <Boxes say={say} name="hearing" wide={6} />
        <Ticks
          say={say}
          name="counsel"
          answers={[
            ...(["counselNone", "counselImposed", "counselAccepted"] as const),
            ...(["counselPrivate", "counselNgo", "counselRefused"] as const),
          ]}
          wide={12}
        />
        <Line say={say} name="court" wide={6} />
        <Line say={say} name="charges" wide={6} />
      </div>
      <h3>{t("s5")}</h3>
      <div className="grid">
        <Ticks say={say} name="danger" answers={known} wide={5} />
        <Ticks say={say} name="listener" answers={["yes", "no"]} wide={7} />
        <Ticks say={say} answers={["ill", "injury", "mind", "pregnancy", "disability", "else"]} wide={12} />
        <Line say={say} name="medicine" wide={5} />
        <Line say={say} name="healthAccount" wide={7} />
      </div>
      <h3>
        {t("s6")} <small>{t("documents")}</small>
      </h3>
      <h3>{t("s7")}</h3>
      <div className="grid">
        <Ticks say={say} answers={["wayNone", "wayCall"]} wide={6} />
        <span className="ticked w6">
          {["WhatsApp", "Signal", "E-mail"].map((way) => (
            <span key={way}>
              <i /> {way}
            </span>
          ))}
        </span>
        <Line say={say} name="address" wide={5} />
        <Line say={say} name="fromHour" wide={2} />
        <Line say={say} name="untilHour" wide={2} />
        <Ticks say={say} name="leave" answers={["yes", "no"]} wide={3} />
        <Line say={say} name="safeWord" wide={5} />
      </div>
      <h3>
        {t("s8")} <small>{t("permissionsNote")}</small>
      </h3>
      <ul>
        {permissions.map((purpose) => (
          <li key={purpose}>
            <Ticks say={say} answers={["yes", "no"]} wide={3} /> {t(purpose)}
          </li>
        ))}
      </ul>
      <h3>
        {t("s9")} <small>{t("check")}</small>
      </h3>
      <footer>
        <p className="cut">{t("cut")}</p>
        <p className="slip">{t("number", { number })}</p>
        <p>
          {t("keep")} <b>{t("notAccount")}</b>
        </p>
        <p>
          {t("return")} {address ? <b>{address}</b> : <i className="blank" />} {t("returnHow")}
        </p>
      </footer>
    </article>
  );
}

/** Who, when, where: what is needed before a sheet can become a report, and what is known of the place. */
function Who({ say }: { say: Say }) {
  return (
    <>
      <h3>{say("s1")}</h3>
      <div className="grid">
        <Line say={say} name="givenNames" wide={6} />
        <Line say={say} name="surnames" wide={6} />
        <Ticks say={say} name="idDocument" answers={["idV", "idE", "idPassport"]} wide={5} />
        <Line say={say} name="idNumber" wide={4} />
        <Ticks say={say} answers={["woman", "man", "other"]} wide={3} />
        <Line say={say} name="birthYear" wide={4} />
        <Line say={say} name="approxAge" wide={4} />
      </div>
      <h3>{say("s2")}</h3>
      <div className="grid">
        <Boxes say={say} wide={4} />
        <Ticks say={say} answers={["exact", "approximate", "before", "after", "unknown"]} wide={8} />
        <Line say={say} name="entity" wide={3} />
        <Line say={say} name="place" wide={4} />
        <Line say={say} name="force" wide={5} />
        <Line say={say} name="account" wide={12} />
        <span className="line w12">
          <i />
        </span>
      </div>
      <h3>{say("s3")}</h3>
      <div className="grid">
        <Ticks say={say} answers={["unknown", "notTold", "denied"]} wide={6} />
        <span className="line ticked w6">
          <i className="tick" /> {say("told")} <i />
        </span>
        <Line say={say} name="deniedWhere" wide={7} />
        <Line say={say} name="lastContact" wide={5} />
        <Ticks
          say={say}
          name="relation"
          answers={[
            ...(["parent", "partner", "child", "sibling", "relative"] as const),
            ...(["friend", "lawyer", "person", "else"] as const),
          ]}
          wide={12}
        />
      </div>
    </>
  );
}
