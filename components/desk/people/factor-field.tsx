"use client";

import { useAnswer } from "@/components/desk/form";

interface FactorFieldProps {
  /** A secret made for this page; the one already noted in the authenticator stays when the form comes back. */
  made: string;
  label: string;
  hint: string;
}

/** The secret of a second factor, to be typed into an authenticator, in groups of four; and as the address that an app opens. */
export function FactorField({ made, label, hint }: FactorFieldProps) {
  const { typed, fieldId } = useAnswer("totpSecret");
  const secret = typed?.[0] ?? made;
  return (
    <div className="field" id={fieldId}>
      <p>{label}</p>
      <p className="hint">{hint}</p>
      <p>
        <code>{secret.match(/.{4}/g)?.join(" ")}</code>{" "}
        <a href={`otpauth://totp/Vigilia?secret=${secret}&issuer=Vigilia`}>otpauth</a>
      </p>
      <input type="hidden" name="totpSecret" value={secret} />
    </div>
  );
}
