import sharp from "sharp";
import { CANARY, type HostileFile } from "./schema";

const dot = () => sharp({ create: { width: 9, height: 9, channels: 3, background: "#fff" } });
const not = (what: string, make: HostileFile["make"]): HostileFile => ({ what, fate: "not_taken", make });
const words = (text: string) => () => Buffer.from(text, "latin1");

/** Files of no kind that is taken, whatever they are called. */
export const foreign: HostileFile[] = [
  not(
    "drawing that runs a script",
    words(`<svg xmlns="http://www.w3.org/2000/svg"><script>${CANARY}</script></svg>`),
  ),
  not(
    "drawing that reads a file",
    words('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><svg>&e;</svg>'),
  ),
  not("page", words(`<!doctype html><script>${CANARY}</script>`)),
  not("GIF that is a program too", () => dot().gif().toBuffer()),
  not("TIFF", () => dot().tiff().toBuffer()),
  not("AVIF", () => dot().avif({ effort: 0 }).toBuffer()),
  not("photograph of an iPhone (HEIC)", words("\0\0\0\x18ftypheic\0\0\0\0heicmif1")),
  not("PostScript", words("%!PS-Adobe-3.0\n(/etc/passwd) (r) file")),
  not("Photoshop", words("8BPS\0\x01\0\0\0\0\0\0\0\x03")),
  not("program for Windows", words("MZ\x90\0\x03")),
  not("program for Linux", words("\x7fELF\x02\x01\x01")),
  not("zip", words("PK\x03\x04\x14\0")),
  not("letter of Word", words("PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0[Content_Types].xml")),
  not("film", words("\0\0\0\x18ftypmp42\0\0\0\0mp42isom")),
  not("words", words("hola, esta es mi cédula")),
  not("zeros", () => Buffer.alloc(5000)),
  not("two bytes", words("\xff\xd8")),
  not("RIFF that is a sound", words("RIFF\x24\0\0\0WAVEfmt ")),
  not("space before a PDF", words(`${" ".repeat(2000)}%PDF-1.4`)),
];
