import type { Metadata } from "next";
import "./global.css";
import { NotFoundView } from "@/components/shell/not-found-view";

export const metadata: Metadata = { title: "Vigilia", robots: { index: false } };

/** An address that is nobody's: the same words in both languages, since nothing says which one the reader has. */
export default function GlobalNotFound() {
  return (
    <html lang="es-VE">
      <body className="public">
        <header className="masthead">
          <div className="sheet">
            <a href="/" className="wordmark">
              Vigilia
            </a>
          </div>
        </header>
        <main>
          <NotFoundView locale="es" />
          <section lang="en">
            <NotFoundView locale="en" second />
          </section>
        </main>
      </body>
    </html>
  );
}
