/** First thing the keyboard reaches; shown only then. */
export function SkipLink({ text }: { text: string }) {
  return (
    <a href="#contenido" className="skip">
      {text}
    </a>
  );
}
