/** The pictures in what the drawing process wrote: each after its length in four bytes. Throws for a torn one. */
export function picturesIn(written: Buffer): Buffer[] {
  const pictures: Buffer[] = [];
  for (let at = 0; at < written.length; ) {
    const end = at + 4 + written.readUInt32BE(at);
    if (end > written.length) throw new RangeError("a picture was cut off");
    pictures.push(written.subarray(at + 4, end));
    at = end;
  }
  return pictures;
}

/** Pictures as `picturesIn` reads them, piece by piece. */
export async function* framed(pictures: Buffer[]): AsyncGenerator<Uint8Array> {
  for (const picture of pictures) {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(picture.length);
    yield length;
    yield picture;
  }
}
