import { type Column, Table } from "@/components/ui/table";
import type { Locale } from "@/lib/i18n/locales";
import { translator, wordsOf } from "@/lib/i18n/messages";
import { href } from "@/lib/i18n/paths";
import {
  accountDays,
  accountNotes,
  amountWords,
  arithmetic,
  besideWords,
  differenceWords,
} from "@/lib/opendata/claims/accounts/rules";
import type { Account } from "@/lib/opendata/claims/accounts/schema";
import { claimantShort, when } from "@/lib/opendata/claims/rules";
import type { PublishedClaim } from "@/lib/opendata/claims/schema";
import { Source } from "./source";

interface ClaimAccountProps {
  locale: Locale;
  account: Account;
  figures: ReadonlyMap<string, PublishedClaim>;
}

interface Line {
  key: string;
  words: React.ReactNode;
  value: string;
  source: React.ReactNode;
}

/** One organisation's own account: each number with its source, what is left as a line like the others, and what to read with it. */
export function ClaimAccount({ locale, account, figures }: ClaimAccountProps) {
  const t = translator(locale, "claims");
  const words = wordsOf(locale, "claims");
  const line = (id: string, say: (claim: PublishedClaim) => string, sign = ""): Line[] => {
    const claim = figures.get(id);
    if (!claim) return [];
    return [
      {
        key: id,
        words: <a href={href(locale, "comparar", id)}>{say(claim)}</a>,
        value: `${sign}${amountWords(words, claim)}`,
        source: <Source locale={locale} claim={claim} />,
      },
    ];
  };
  const held = (claim: PublishedClaim) => t("accounts.openingLine", { when: when(words, claim) });
  const lines: Line[] = [
    ...line(account.opening.claimId, held),
    ...account.movements.flatMap(({ claimId, measure, sign }) =>
      line(
        claimId,
        (claim) => t(`accounts.movement.${measure}`, { when: when(words, claim) }),
        sign === 1 ? "+" : "−",
      ),
    ),
    {
      key: "unexplained",
      words: t("accounts.unexplained"),
      value: differenceWords(words, account.unexplained),
      source: "",
    },
    ...line(account.closing.claimId, held),
  ];
  const beside = account.beside.flatMap((id) => figures.get(id) ?? []);
  const columns: Column<Line>[] = [
    { key: "words", head: t("accounts.line"), cell: (one) => one.words },
    { key: "value", head: t("accounts.persons"), numeric: true, cell: (one) => one.value },
    { key: "source", head: t("accounts.source"), cell: (one) => one.source },
  ];
  return (
    <article className="entry" id={account.id}>
      <h2>
        {t("accounts.heading", {
          claimant: claimantShort(words, account),
          days: accountDays(words, account, figures),
        })}
      </h2>
      <Table
        caption={arithmetic(words, account, figures)}
        columns={columns}
        rows={lines}
        rowKey={(one) => one.key}
        isTotal={(one) => one.key === account.closing.claimId}
      />
      <div className="flow mt-3">
        {accountNotes(words, account, figures).map((note) => (
          <p key={note}>
            {note}{" "}
            {beside
              .filter((claim) => besideWords(words, claim) === note)
              .map((claim) => (
                <span key={claim.id}>
                  <a href={href(locale, "comparar", claim.id)}>{t("accounts.thatFigure")}</a>,{" "}
                  <Source locale={locale} claim={claim} />.
                </span>
              ))}
          </p>
        ))}
      </div>
    </article>
  );
}
