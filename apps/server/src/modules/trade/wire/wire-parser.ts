import { RESULT, type ResultNumber } from '@zhanggui/orders'
import { BODY_WORDS_MAX, WIRE, WIRE_MAGIC, WIRE_VERSION, type WireFrame, wireCheck } from './wire-frame.ts'

/**
 * What a stream of bytes says. `damaged`: a frame whose checksum does not hold; its length is known, so the next can be read.
 * `lost`: where the next frame begins cannot be known any more, or the frame is not to be read: the connection has to end.
 */
export type Parsed =
  | { kind: 'frame'; frame: WireFrame }
  | { kind: 'damaged'; call: number }
  | { kind: 'lost'; code: ResultNumber; call: number }

const HEAD_BYTES = WIRE.words * 4

/** Puts frames together from the pieces in which they arrive. */
export class WireParser {
  private readonly head = new Int32Array(WIRE.words)
  private readonly headBytes = new Uint8Array(this.head.buffer)
  private frame: Int32Array | undefined
  private frameBytes = new Uint8Array(0)
  private filled = 0
  private isLost = false

  /** Takes a piece in and gives what has become whole by it. After `lost` nothing is given any more. */
  push(piece: Uint8Array): Parsed[] {
    const found: Parsed[] = []
    for (let at = 0; at < piece.length && !this.isLost; ) {
      const target = this.frame ? this.frameBytes : this.headBytes
      const taken = Math.min(piece.length - at, target.length - this.filled)
      target.set(piece.subarray(at, at + taken), this.filled)
      this.filled += taken
      at += taken
      const parsed = this.filled === target.length ? this.turn() : undefined
      if (parsed) found.push(parsed)
    }
    return found
  }

  private turn(): Parsed | undefined {
    if (this.frame) return this.finish(this.frame)
    const opened = this.openFrame()
    // A frame without a body is whole with its head.
    if (opened instanceof Int32Array) return opened.length === WIRE.words ? this.finish(opened) : undefined
    this.isLost = true
    return opened
  }

  /** Judges the head before a byte of the body is taken in: what is too large must not be held in memory. */
  private openFrame(): Int32Array | Parsed {
    const { head } = this
    const call = head[WIRE.call] as number
    if (head[WIRE.magic] !== WIRE_MAGIC) return { kind: 'lost', code: RESULT.frame_damaged, call: 0 }
    if (((head[WIRE.version] as number) & 0xffff) > WIRE_VERSION)
      return { kind: 'lost', code: RESULT.version_unsupported, call }
    const bodyWords = head[WIRE.bodyWords] as number
    if (bodyWords < 0 || bodyWords > BODY_WORDS_MAX) return { kind: 'lost', code: RESULT.frame_too_large, call }
    const frame = new Int32Array(WIRE.words + bodyWords)
    frame.set(head)
    this.frame = frame
    this.frameBytes = new Uint8Array(frame.buffer)
    this.filled = HEAD_BYTES
    return frame
  }

  private finish(words: Int32Array): Parsed {
    this.frame = undefined
    this.filled = 0
    const call = words[WIRE.call] as number
    if (wireCheck(words) !== words[WIRE.check]) return { kind: 'damaged', call }
    const kind = (words[WIRE.version] as number) >>> 16
    return { kind: 'frame', frame: { kind, call, body: words.subarray(WIRE.words) } }
  }
}
