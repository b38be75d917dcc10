import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ImageResponse } from "next/og";
import { PICTURE, Picture, type PictureProps } from "@/components/tally/card/picture";

/** Pictures last asked for: drawing takes a good part of a second, and a balance never changes. */
const kept = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
const MOST_KEPT = 8;

/** Draws once what is asked for again and again. The same numbers give the same bytes: fonts come with the program, never from elsewhere. */
export function drawn(given: PictureProps): Promise<Uint8Array<ArrayBuffer>> {
  const { locale, balance, host, demonstration } = given;
  const key = JSON.stringify([balance.slug, locale, host, demonstration]);
  const had = kept.get(key);
  if (had) return had;
  const bytes = draw(given);
  kept.set(key, bytes);
  bytes.catch(() => kept.delete(key));
  const oldest = kept.keys().next().value;
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  return bytes;
}

async function draw(given: PictureProps): Promise<Uint8Array<ArrayBuffer>> {
  const image = new ImageResponse(<Picture {...given} />, { ...PICTURE, fonts: fonts() });
  return new Uint8Array(await image.arrayBuffer());
}

const font = (file: string) => readFileSync(join(process.cwd(), "node_modules/@fontsource", file));
const fonts = () => [
  {
    name: "Public Sans",
    weight: 400 as const,
    data: font("public-sans/files/public-sans-latin-400-normal.woff"),
  },
  {
    name: "Source Serif 4",
    weight: 600 as const,
    data: font("source-serif-4/files/source-serif-4-latin-600-normal.woff"),
  },
];
