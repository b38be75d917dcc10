const SHARE = 0.15;
const ENOUGH = 2 * 1024 ** 3;

/**
 * Whether a disk still takes files, in bytes: they leave 15 % of it free, so that words are received when files no longer are, and
 * never more than 2 GiB, which hold the words of years; on a large disk the share alone would refuse papers with room for all of them.
 */
export function hasRoom(free: number, whole: number): boolean {
  return free >= Math.min(whole * SHARE, ENOUGH);
}
