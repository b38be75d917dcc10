/** The key that presses what it stands in, printed beside its words. */
export function Key({ of: key }: { of: string }) {
  return <kbd className="key">{key}</kbd>;
}
