const WORD = 0xffff_ffff_ffff_ffffn
const rotate = (word: bigint, by: bigint): bigint => ((word << by) | (word >> (64n - by))) & WORD

type State = [bigint, bigint, bigint, bigint]

function round([a, b, c, d]: State): State {
  const ab = (a + b) & WORD
  const cd = (c + d) & WORD
  const b1 = rotate(b, 13n) ^ ab
  const d1 = rotate(d, 16n) ^ cd
  const bc = (cd + b1) & WORD
  const ad = (rotate(ab, 32n) + d1) & WORD
  return [ad, rotate(b1, 17n) ^ bc, rotate(bc, 32n), rotate(d1, 21n) ^ ad]
}

function mixIn([a, b, c, d]: State, word: bigint): State {
  const [e, f, g, h] = round(round([a, b, c, d ^ word]))
  return [e ^ word, f, g, h]
}

/**
 * SipHash-2-4 of bytes under a key of two halves, as the fact engine's `sipHash64Keyed` of one text or number (whose bytes are its
 * own, low byte first). Source: Aumasson and Bernstein, "SipHash: a fast short-input PRF", 2012, with its test vectors in the test.
 */
export function sipHash64({ k0, k1 }: { k0: bigint; k1: bigint }, bytes: Uint8Array): bigint {
  const rest = bytes.length % 8
  const whole = bytes.length - rest
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  let state: State = [
    k0 ^ 0x736f6d6570736575n,
    k1 ^ 0x646f72616e646f6dn,
    k0 ^ 0x6c7967656e657261n,
    k1 ^ 0x7465646279746573n,
  ]
  for (let at = 0; at < whole; at += 8) state = mixIn(state, view.getBigUint64(at, true))
  let last = BigInt(bytes.length & 0xff) << 56n
  for (let i = 0; i < rest; i++) last |= BigInt(view.getUint8(whole + i)) << BigInt(8 * i)
  const [a, b, c, d] = mixIn(state, last)
  const ended = round(round(round(round([a, b, c ^ 0xffn, d]))))
  return ended[0] ^ ended[1] ^ ended[2] ^ ended[3]
}
