/** How many times Tab (or Shift and Tab, below zero) leads to the first visible element that fits. Runs inside the page. */
export function stepsTo(wanted: string): number {
  const every = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]";
  const isSeen = (one: HTMLElement) => one.getClientRects().length > 0 && one.checkVisibility();
  const isRadio = (one: Element | null): one is HTMLInputElement =>
    one instanceof HTMLInputElement && one.type === "radio";
  /** Radios of one name are one stop: the one chosen, or the first. */
  const stopOf = (one: Element | null): Element | null => {
    if (!isRadio(one)) return one;
    const group = [...document.querySelectorAll<HTMLInputElement>("input[type=radio]")].filter(
      (other) => other.name === one.name && other.form === one.form,
    );
    return group.find((other) => other.checked) ?? group[0] ?? one;
  };
  const stops = [...document.querySelectorAll<HTMLElement>(every)].filter(
    (one) => isSeen(one) && one.tabIndex >= 0 && !one.matches(":disabled") && stopOf(one) === one,
  );
  const fitting = [...document.querySelectorAll<HTMLElement>(wanted)];
  const target = stopOf(fitting.find(isSeen) ?? null);
  const active = stopOf(document.activeElement);
  if (!target || !active) throw new Error(`nothing to be seen of ${wanted}`);
  if (target === active) return 0;
  const to = stops.indexOf(target as HTMLElement);
  if (to < 0) throw new Error(`${wanted} is no stop of the keyboard`);
  const from = stops.indexOf(active as HTMLElement);
  if (from >= 0) return to - from;
  const before = stops.filter(
    (one) => active.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_PRECEDING,
  ).length;
  return to >= before ? to - before + 1 : to - before;
}
