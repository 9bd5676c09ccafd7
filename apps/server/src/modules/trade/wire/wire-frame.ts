import { crc32cWords } from '@zhanggui/orders'

/**
 * What goes over the wire: a head of five little-endian 32-bit words, then a body of words. `docs/order-core.md`, "Over the
 * wire", draws the same picture.
 */
export const WIRE = {
  magic: 0,
  /** Version in bits 0–15, kind (`WIRE_KIND`) in bits 16–31. */
  version: 1,
  /** Number of the call, chosen by the client; the answer carries it. */
  call: 2,
  bodyWords: 3,
  /** CRC-32C of the whole frame with this word zero. */
  check: 4,
  words: 5,
} as const

/** "ZGWF" */
export const WIRE_MAGIC = 0x4657475a
export const WIRE_VERSION = 1

export const WIRE_KIND = {
  /** Client: length of the key in bytes, then the key as UTF-8 filled up with zeros. The first frame of a connection. */
  hello: 1,
  /** Server: version of the command layout, commands at most in one frame, words at most in one body. */
  welcome: 2,
  /** Client: commands end to end. */
  commands: 3,
  /** Server: two words a command, in their order. */
  answers: 4,
  /** Server: a code of the closed list, index of the command it is about. Nothing of the call was done. */
  fault: 5,
} as const

/** Largest body: 8192 commands of the largest kind would not fit, 8192 orders of ten lines do. */
export const BODY_WORDS_MAX = 1 << 19

export type WireFrame = { kind: number; call: number; body: Int32Array }

/** A frame ready to be written to a socket. */
export function encodeWire({ kind, call, body }: WireFrame): Uint8Array {
  const words = new Int32Array(WIRE.words + body.length)
  words[WIRE.magic] = WIRE_MAGIC
  words[WIRE.version] = WIRE_VERSION | (kind << 16)
  words[WIRE.call] = call
  words[WIRE.bodyWords] = body.length
  words.set(body, WIRE.words)
  words[WIRE.check] = wireCheck(words)
  return new Uint8Array(words.buffer)
}

/** Checksum of a whole frame, its own word taken as zero. */
export function wireCheck(words: Int32Array): number {
  const stored = words[WIRE.check] as number
  words[WIRE.check] = 0
  const check = crc32cWords(words, 0, words.length)
  words[WIRE.check] = stored
  return check
}
