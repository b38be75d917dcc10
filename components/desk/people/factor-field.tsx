"use client";

import { useAnswer } from "@/components/desk/form";
import { Qr } from "@/components/ui/qr";

interface FactorFieldProps {
  /** A secret made for this page; the one already noted in the authenticator stays when the form comes back. */
  made: string;
  label: string;
  hint: string;
  /** What the drawing is, for who cannot see it. */
  drawing: string;
  /** What the address does on a telephone that has the app. */
  opens: string;
}

/** The secret of a second factor: for a camera, as the address that an app on the same telephone opens, and to be typed in groups of four. */
export function FactorField({ made, label, hint, drawing, opens }: FactorFieldProps) {
  const { typed, fieldId } = useAnswer("totpSecret");
  const secret = typed?.[0] ?? made;
  const address = `otpauth://totp/Vigilia?secret=${secret}&issuer=Vigilia`;
  return (
    <div className="field" id={fieldId}>
      <p>{label}</p>
      <p className="hint">{hint}</p>
      <Qr text={address} label={drawing} />
      <p>
        <code>{secret.match(/.{4}/g)?.join(" ")}</code> <a href={address}>{opens}</a>
      </p>
      <input type="hidden" name="totpSecret" value={secret} />
    </div>
  );
}
