"use client";

import { useEffect, useRef } from "react";

const FIELDS = "input:not([type=hidden]):not([type=radio]), input[type=radio]:checked, select, textarea";

/**
 * Within a sheet Enter goes to the next field and Ctrl+Enter saves, as fast typists expect; the first field is ready when the page is.
 * Without script the form posts as any other. Radios are gone through with the arrows, as the browser has it.
 */
export function SheetKeys({ children }: { children: React.ReactNode }) {
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => {
    sheet.current?.querySelector<HTMLElement>("input:not([type=hidden])")?.focus();
  }, []);
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.target instanceof HTMLElement)) return;
    if (event.target instanceof HTMLButtonElement) return;
    event.preventDefault();
    if (event.ctrlKey || event.metaKey) {
      event.target.closest("form")?.requestSubmit();
      return;
    }
    const fields = [...(sheet.current?.querySelectorAll<HTMLElement>(`${FIELDS}, button`) ?? [])];
    const radios = event.target instanceof HTMLInputElement && event.target.type === "radio";
    const at = radios
      ? fields.findIndex((one) => comesAfter(event.target as HTMLElement, one)) - 1
      : fields.indexOf(event.target);
    fields[at + 1]?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the fields inside it, none of its own
    <div ref={sheet} onKeyDown={onKeyDown} className="stack">
      {children}
    </div>
  );
}

const comesAfter = (from: HTMLElement, one: HTMLElement): boolean =>
  (from.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 &&
  one.getAttribute("name") !== from.getAttribute("name");
