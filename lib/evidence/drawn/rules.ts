/**
 * Width and height that a JPEG says of itself, read from its frame header without decoding a pixel, so that a page can be turned and
 * enlarged where it is shown. A square for bytes that say nothing: never a failure for a picture that was drawn here.
 */
export function sizeOf(jpeg: Buffer): { width: number; height: number } {
  for (let at = 2; at + 9 < jpeg.length && jpeg[at] === 0xff; ) {
    const marker = jpeg[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: jpeg.readUInt16BE(at + 5), width: jpeg.readUInt16BE(at + 7) };
    at += 2 + jpeg.readUInt16BE(at + 2);
  }
  return { width: 1000, height: 1000 };
}
