const LF = 0x0a
const FOUR_LF = 0x0a0a0a0a

/** 1 for each of the four bytes that is a line feed: a byte of `x` is zero exactly there. */
function lineFeedsOf(word: number): number {
  const x = word ^ FOUR_LF
  const zeros = ~(((x & 0x7f7f7f7f) + 0x7f7f7f7f) | x | 0x7f7f7f7f)
  return Math.imul(zeros >>> 7, 0x01010101) >>> 24
}

/** How many line feeds stand from `start` to `end`. Four bytes at a time: this looks at every byte of every file. */
export function countLineFeeds(bytes: Buffer, start: number, end: number): number {
  let count = 0
  let at = start
  for (; at < end && (bytes.byteOffset + at) % 4 !== 0; at++) if (bytes[at] === LF) count++
  if (at >= end) return count
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + at, (end - at) >> 2)
  for (let i = 0; i < words.length; i++) count += lineFeedsOf(words[i] ?? 0)
  for (at += words.length * 4; at < end; at++) if (bytes[at] === LF) count++
  return count
}
