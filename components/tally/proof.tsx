import { DetailsList } from "@/components/ui/details-list";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { ListedFile } from "@/lib/opendata/balances/files/queries";
import type { PublishedBalance } from "@/lib/opendata/balances/queries";
import { fingerprint } from "@/lib/opendata/tallies/rules";
import { BalanceFiles } from "./balance-files";

interface ProofProps {
  locale: Locale;
  balance: PublishedBalance;
  files: readonly ListedFile[];
}

/** What proves a balance: who signed what, every file with its hash, three commands. */
export function Proof({ locale, balance, files }: ProofProps) {
  const t = translator(locale, "balances");
  const { content, slug, manifestHash } = balance;
  const digest = (text: string) => <code className="digest">{text}</code>;
  const signers = balance.signatures.flatMap(({ publicKey }, place) => [
    { term: t("proofSigner", { n: place + 1 }), detail: digest(fingerprint(publicKey)) },
    { term: t("proofKey", { n: place + 1 }), detail: digest(publicKey) },
  ]);
  return (
    <section className="entry">
      <h2>{t("proofTitle")}</h2>
      <p className="mb-3">{t(manifestHash ? "proofWhole" : "proofBody")}</p>
      <DetailsList
        rows={[
          ...(manifestHash ? [{ term: t("proofManifest"), detail: digest(manifestHash) }] : []),
          { term: t("proofHash"), detail: digest(balance.contentHash) },
          ...(content.caseSet ? [{ term: t("proofCaseSet"), detail: digest(content.caseSet.sha256) }] : []),
          ...signers,
        ]}
      />
      {content.caseSet && <p className="note mt-2">{t("proofCaseSetNote")}</p>}
      {manifestHash ? (
        <>
          <h3 className="mt-4">{t("checkTitle")}</h3>
          <p className="mt-2">{t("checkHow")}</p>
          <pre className="commands mt-2">{checkCommands}</pre>
          <p className="mt-2">{t("checkMore")}</p>
          <pre className="commands mt-2">
            {`npm run -s vigilia -- verify balance.zip \\\n${balance.signatures.map(({ publicKey }) => `  --key ${publicKey}`).join(" \\\n")}`}
          </pre>
          <BalanceFiles locale={locale} slug={slug} files={files} />
        </>
      ) : (
        <p className="screen-only mt-4">
          <a href={`/api/v1/tallies.csv?balance=${slug}`}>{t("proofCsv")}</a>
        </p>
      )}
      <p className="screen-only mt-4">
        <a href={`/api/v1/balances/${slug}`}>{t("proofJson")}</a>
      </p>
    </section>
  );
}

/** Three commands that check a balance with what every Unix has: whole files, named hashes, two signatures. */
export const checkCommands = `unzip balance.zip
sha256sum -c SHA256SUMS
for n in 1 2; do openssl pkeyutl -verify -pubin -inkey signer-$n.pem \\
  -rawin -in manifest.json -sigfile signer-$n.sig; done`;
