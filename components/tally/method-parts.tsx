import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { QuotedMethod } from "@/lib/opendata/method/schema";

interface MethodPartsProps {
  locale: Locale;
  title: string;
  parts: QuotedMethod["rules"] | QuotedMethod["terms"];
}

/** Rules or terms of the method whole: each under its code, which is its address, with its source or the rules it rests on. */
export function MethodParts({ locale, title, parts }: MethodPartsProps) {
  const t = translator(locale, "method");
  return (
    <section className="entry">
      <h3>{title}</h3>
      <nav aria-label={title} className="screen-only mt-2">
        <ul className="flex flex-wrap gap-x-4">
          {parts.map(({ code, words }) => (
            <li key={code}>
              <a href={`#${code}`} className="inline-block leading-[2.75rem]" title={words[locale].title}>
                {isRule(code) ? code : words[locale].title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {parts.map((part) => (
        <section key={part.code} id={part.code} className="mt-6">
          <h4 className="font-semibold">
            {isRule(part.code) && <span className="num">{part.code} · </span>}
            {part.words[locale].title}
          </h4>
          <p>{part.words[locale].text}</p>
          {"restsOn" in part ? (
            <p className="note mt-1">
              {t("restsOn")}{" "}
              {part.restsOn.map((code, index) => (
                <span key={code}>
                  {index > 0 && ", "}
                  <a href={`#${code}`}>{code}</a>
                </span>
              ))}
            </p>
          ) : (
            <p className="note mt-1">{t("source", { source: part.words[locale].source })}</p>
          )}
        </section>
      ))}
    </section>
  );
}

const isRule = (code: string) => /^R\d+$/.test(code);
