"use client";

import { Button } from "@/components/ui/button";

/** Opens the printer's own window; without script the browser's menu does the same. */
export function PrintButton({ text }: { text: string }) {
  return (
    <Button type="button" onClick={() => window.print()}>
      {text}
    </Button>
  );
}
