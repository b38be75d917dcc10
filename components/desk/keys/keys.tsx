"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import type { Locale } from "@/lib/i18n/locales";
import en from "@/lib/i18n/messages/en/desk-queue.json";
import es from "@/lib/i18n/messages/es/desk-queue.json";
import { Connection } from "./connection";
import { everythingKeyed, isWriting, keyed, rowsHere, SIGN } from "./rules";

interface Help {
  key: string;
  words: string;
}

/**
 * The keys of the desk: each presses a button or follows a link that can be seen on the page and bears its letter, and does nothing
 * while somebody writes. J and K move in the list; `?` lists what is on this page. Without script everything is there to press.
 */
export function Keys({ on, locale }: { on: boolean; locale: Locale }) {
  const words = (locale === "en" ? en : es).keys;
  const [said, say] = useState("");
  const [help, list] = useState<Help[]>([]);
  const dialogue = useRef<HTMLDialogElement>(null);
  const goes = useRef(false);
  const address = `${usePathname()}?${useSearchParams()}`;

  useEffect(() => {
    if (address && document.querySelector(".done")) continueHere();
  }, [address]);

  useEffect(() => {
    if (!on) return;
    const move = (step: 1 | -1) => {
      const rows = rowsHere();
      const focused = rows.indexOf(document.activeElement as HTMLElement);
      const current = focused >= 0 ? focused : rows.findIndex((row) => row.hasAttribute("aria-current"));
      const row = rows[Math.min(rows.length - 1, Math.max(0, current + step))];
      row?.focus();
      row?.scrollIntoView({ block: "nearest" });
      if (row) say(row.dataset.row ?? "");
    };
    const showHelp = () => {
      list(everythingKeyed());
      dialogue.current?.showModal();
    };
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey) return;
      if (signs(event)) return;
      if (event.ctrlKey || event.metaKey) return;
      if (dialogue.current?.open) return;
      if (isWriting(event.target)) {
        if (event.key === "Escape") (event.target as HTMLElement).blur();
        return;
      }
      const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
      const reached = keyed(goes.current ? `G ${key}` : key);
      const isGoing = goes.current;
      goes.current = !isGoing && key === "G";
      if (goes.current) return;
      if (key === "?") showHelp();
      else if (key === "J" && !isGoing) move(1);
      else if (key === "K" && !isGoing) move(-1);
      else if (reached) press(reached);
      else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, [on]);

  return (
    <>
      <Connection locale={locale} />
      <p role="status" className="sr-only">
        {said}
      </p>
      <dialog ref={dialogue} className="keys" aria-labelledby="teclas">
        <h2 id="teclas">{words.title}</h2>
        <p className="note">{words.hint}</p>
        <dl>
          <Told of="J, K" words={words.moves} />
          <Told of="?" words={words.asks} />
          {help.map((one) => (
            <Told key={one.key} of={one.key} words={one.words} />
          ))}
        </dl>
        <button type="button" className="button plain" onClick={() => dialogue.current?.close()}>
          {words.close}
        </button>
      </dialog>
    </>
  );
}

function Told({ of: key, words }: { of: string; words: string }) {
  return (
    <div>
      <dt>
        <kbd className="key">{key}</kbd>
      </dt>
      <dd>{words}</dd>
    </div>
  );
}

/** After an act the focus stands where the next one is: on the report that came up, or on the part of the page the act belongs to. */
function continueHere(): void {
  const part = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
  const place =
    document.querySelector<HTMLElement>("[data-focus]") ?? part?.querySelector<HTMLElement>("h2") ?? null;
  if (place && !place.hasAttribute("tabindex")) place.tabIndex = -1;
  place?.focus();
}

/** Ctrl and Enter, also while writing, sends the form one is in by the button that bears those keys, or by its first; outside any, the only one seen. */
function signs(event: KeyboardEvent): boolean {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return false;
  const form = event.target instanceof HTMLElement ? event.target.closest("main form") : null;
  const own = [`[data-key="${SIGN}"]`, "button[type=submit]"];
  const button = form
    ? own.map((which) => form.querySelector<HTMLElement>(which)).find((one) => one !== null)
    : keyed(SIGN);
  button?.click();
  event.preventDefault();
  return true;
}

/** A box is entered, what changes a count is only reached, a folded form opens at its first box, and everything else is pressed. */
function press(reached: HTMLElement): void {
  if (isWriting(reached) || reached.dataset.only === "reach") {
    reached.focus();
    return;
  }
  reached.click();
  if (reached.tagName !== "SUMMARY") return;
  const form = reached.parentElement;
  requestAnimationFrame(() =>
    form?.querySelector<HTMLElement>("select, textarea, input:not([type=hidden]), button")?.focus(),
  );
}
