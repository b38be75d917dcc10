import { deflateSync } from "node:zlib";
import { jpeg } from "./pictures";
import { CANARY, type HostileFile } from "./schema";
import { tagged } from "./tagged";

const FONT = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>";
const text = "BT /F1 24 Tf 40 100 Td (Boleta) Tj ET";
const page = (more = "", box = "0 0 300 200") =>
  `<</Type/Page/Parent 2 0 R/MediaBox[${box}]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>${more}>>>>`;

/** A PDF of objects as written. */
function pdf(objects: Record<number, string | Uint8Array>, trailer = ""): Buffer {
  const all: Record<number, string | Uint8Array> = {
    1: "<</Type/Catalog/Pages 2 0 R>>",
    2: "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    3: page(),
    4: stream(text),
    5: FONT,
    ...objects,
  };
  const pieces = [Buffer.from("%PDF-1.5\n")];
  const rows = [`0000000000 65535 f \n`];
  const at = () => pieces.reduce((sum, { length }) => sum + length, 0);
  for (let number = 1; number <= Math.max(...Object.keys(all).map(Number)); number++) {
    rows.push(`${String(at()).padStart(10, "0")} 00000 n \n`);
    pieces.push(
      Buffer.from(`${number} 0 obj\n`),
      Buffer.from(all[number] ?? "null"),
      Buffer.from("\nendobj\n"),
    );
  }
  const table = `xref\n0 ${rows.length}\n${rows.join("")}trailer<</Root 1 0 R/Size ${rows.length}${trailer}>>\nstartxref\n${at()}\n%%EOF`;
  return Buffer.concat([...pieces, Buffer.from(table)]);
}

const stream = (content: string | Uint8Array, more = ""): Buffer => {
  const bytes = Buffer.from(content);
  return Buffer.concat([
    Buffer.from(`<</Length ${bytes.length}${more}>>stream\n`),
    bytes,
    Buffer.from("\nendstream"),
  ]);
};

const catalog = (more: string) => `<</Type/Catalog/Pages 2 0 R${more}>>`;
const swells = deflateSync(deflateSync(Buffer.alloc(300 * 1024 * 1024), { level: 9 }), { level: 9 });

/** Papers that run, call out, never end, or hold more than they show. */
export const papers: HostileFile[] = [
  {
    what: "PDF with author and place",
    fate: "drawn",
    make: () => tagged(Promise.resolve(pdf({ 6: `<</Author(${CANARY})>>` }, "/Info 6 0 R")), "pdf", "xmp"),
  },
  {
    what: "PDF that runs a script on opening",
    fate: "drawn",
    make: () => pdf({ 1: catalog(`/OpenAction<</S/JavaScript/JS(app.alert\\('${CANARY}'\\))>>`) }),
  },
  {
    what: "PDF that starts a program",
    fate: "drawn",
    make: () => pdf({ 1: catalog("/OpenAction<</S/Launch/F(/bin/sh)>>") }),
  },
  {
    what: "PDF that calls an address",
    fate: "drawn",
    make: () => pdf({ 1: catalog("/OpenAction<</S/URI/URI(http://127.0.0.1:9/x)>>") }),
  },
  {
    what: "PDF that sends a form",
    fate: "drawn",
    make: () =>
      pdf({
        1: catalog("/OpenAction<</S/SubmitForm/F(http://127.0.0.1:9/x)>>/AcroForm<</XFA(<xdp/>)/Fields[]>>"),
      }),
  },
  {
    what: "PDF with a file inside",
    fate: "drawn",
    make: () =>
      pdf({
        1: catalog("/Names<</EmbeddedFiles<</Names[(a.exe) 6 0 R]>>>>"),
        6: "<</Type/Filespec/F(a.exe)/EF<</F 7 0 R>>>>",
        7: stream(`MZ${CANARY}`),
      }),
  },
  {
    what: "PDF whose picture lies outside",
    fate: "any",
    make: () =>
      pdf({
        3: page("/XObject<</I 6 0 R>>"),
        4: stream("/I Do"),
        6: "<</Type/XObject/Subtype/Image/Width 9/Height 9/BitsPerComponent 8/ColorSpace/DeviceGray/F(/etc/passwd)/Length 0>>stream\n\nendstream",
      }),
  },
  {
    what: "PDF whose pages are their own parents",
    fate: "any",
    make: () => pdf({ 2: "<</Type/Pages/Kids[2 0 R 3 0 R]/Count 99999999>>" }),
  },
  {
    what: "PDF of ten thousand pages",
    fate: "any",
    make: () => pdf({ 2: `<</Type/Pages/Kids[${"3 0 R ".repeat(10_000)}]/Count 10000>>` }),
  },
  {
    what: "PDF as wide as a country",
    fate: "any",
    make: () => pdf({ 3: page("", "0 0 999999999 999999999") }),
  },
  { what: "PDF of no width", fate: "any", make: () => pdf({ 3: page("", "0 0 0 0") }) },
  { what: "PDF inside out", fate: "any", make: () => pdf({ 3: page("", "300 200 -300 -200") }) },
  {
    what: "PDF whose words swell to 300 MB",
    fate: "any",
    make: () => pdf({ 4: stream(swells, "/Filter[/FlateDecode/FlateDecode]") }),
  },
  {
    what: "PDF with a picture of ten thousand million pixels",
    fate: "any",
    make: () =>
      pdf({
        3: page("/XObject<</I 6 0 R>>"),
        4: stream("300 0 0 200 0 0 cm /I Do"),
        6: stream(
          deflateSync(Buffer.alloc(1024)),
          "/Type/XObject/Subtype/Image/Width 100000/Height 100000/BitsPerComponent 8/ColorSpace/DeviceRGB/Filter/FlateDecode",
        ),
      }),
  },
  {
    what: "PDF that draws itself within itself",
    fate: "any",
    make: () =>
      pdf({
        3: page("/XObject<</X 6 0 R>>"),
        4: stream("/X Do"),
        6: stream(
          "/X Do /X Do",
          "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>",
        ),
      }),
  },
  {
    what: "PDF that draws a million lines",
    fate: "any",
    make: () =>
      pdf({
        4: stream(deflateSync(Buffer.from("0 0 m 300 200 l S ".repeat(1_000_000))), "/Filter/FlateDecode"),
      }),
  },
  {
    what: "PDF locked by a word",
    fate: "any",
    make: () =>
      pdf(
        { 6: `<</Filter/Standard/V 2/R 3/Length 128/P -4/O<${"41".repeat(32)}>/U<${"42".repeat(32)}>>>` },
        `/Encrypt 6 0 R/ID[<${"43".repeat(16)}><${"43".repeat(16)}>]`,
      ),
  },
  {
    what: "PDF locked in a way nobody knows",
    fate: "any",
    make: () => pdf({ 6: "<</Filter/Nadie/V 9>>" }, "/Encrypt 6 0 R"),
  },
  { what: "PDF cut in half", fate: "any", make: () => pdf({}).subarray(0, 250) },
  { what: "PDF of one line", fate: "not_drawn", make: () => Buffer.from("%PDF-1.7 nada") },
  {
    what: "PDF with a photograph's place inside",
    fate: "drawn",
    make: async () => {
      const photo = await tagged(jpeg(), "jpeg", "exif");
      return pdf({
        3: page("/XObject<</I 6 0 R>>"),
        4: stream("300 0 0 200 0 0 cm /I Do"),
        6: stream(
          photo,
          "/Type/XObject/Subtype/Image/Width 120/Height 90/BitsPerComponent 8/ColorSpace/DeviceRGB/Filter/DCTDecode",
        ),
      });
    },
  },
  {
    what: "PDF with a zip behind it",
    fate: "drawn",
    make: () => Buffer.concat([pdf({}), Buffer.from(`PK\x03\x04${CANARY}`, "latin1")]),
  },
];
