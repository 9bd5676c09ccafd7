import { z } from 'zod'
import { encodeWire, type WireFrame } from '../wire/wire-frame.ts'

/**
 * What sites tell each other, in frames of the wire protocol with kinds of their own: a head as JSON, then bytes. The follower opens
 * with `hello`; the leader answers `begin` (or `refused`), sends files piece by piece, says `caughtUp`, and from then on sends every
 * piece of journal as it is written. The follower says `kept` once what came is on its disk.
 */
const HEADS = {
  hello: z.object({ site: z.string(), secret: z.string(), sequence: z.number(), check: z.number() }),
  /** `fresh`: what the follower has is of no use and is thrown away first. `options`: text of `core.json`. */
  begin: z.object({ fresh: z.boolean(), options: z.string() }),
  /** Bytes of a file at its end, which is at `offset` by then. */
  piece: z.object({ file: z.string(), offset: z.number(), position: z.number() }),
  caughtUp: z.object({ epoch: z.number(), position: z.number() }),
  kept: z.object({ position: z.number() }),
  refused: z.object({ why: z.enum(['secret', 'busy']) }),
} as const
export type MirrorKind = keyof typeof HEADS
type Heads = { [K in MirrorKind]: z.infer<(typeof HEADS)[K]> }

export type MirrorMessage = { [K in MirrorKind]: { kind: K; head: Heads[K]; bytes: Uint8Array } }[MirrorKind]

/** Kinds of the wire begin with 1; these stay clear of them. */
const FIRST_KIND = 64
const KINDS = Object.keys(HEADS) as MirrorKind[]
const NO_BYTES = new Uint8Array(0)

/** Bytes in one message at most; far below what a frame may hold. */
export const PIECE_BYTES_MAX = 1024 * 1024

/** A message ready for the socket. The body: bytes of the head, bytes that follow, then both. */
export function encodeMirror<K extends MirrorKind>(kind: K, head: Heads[K], bytes: Uint8Array = NO_BYTES): Uint8Array {
  const text = Buffer.from(JSON.stringify(head), 'utf8')
  const body = new Int32Array(2 + Math.ceil((text.length + bytes.length) / 4))
  body[0] = text.length
  body[1] = bytes.length
  const room = new Uint8Array(body.buffer, 8)
  room.set(text)
  room.set(bytes, text.length)
  return encodeWire({ kind: FIRST_KIND + KINDS.indexOf(kind), call: 0, body })
}

function headOf(kind: MirrorKind, text: string): unknown {
  try {
    return HEADS[kind].parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

/** `undefined`: not a message between sites. */
export function decodeMirror({ kind, body }: WireFrame): MirrorMessage | undefined {
  const name = KINDS[kind - FIRST_KIND]
  const [headBytes = -1, dataBytes = -1] = body
  const room = new Uint8Array(body.buffer, body.byteOffset + 8, Math.max(0, body.byteLength - 8))
  if (!name || headBytes < 0 || dataBytes < 0 || headBytes + dataBytes > room.length) return undefined
  const head = headOf(name, Buffer.from(room.subarray(0, headBytes)).toString('utf8'))
  const bytes = room.subarray(headBytes, headBytes + dataBytes)
  return head === undefined ? undefined : ({ kind: name, head, bytes } as MirrorMessage)
}
