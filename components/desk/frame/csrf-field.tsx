/** The token of this session, so that no other page can post this form. Every form of the desk carries it. */
export function CsrfField({ token }: { token: string }) {
  return <input type="hidden" name="csrf" value={token} />;
}
