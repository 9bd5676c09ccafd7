import { createHash, createHmac, type KeyObject, timingSafeEqual } from 'node:crypto'

/**
 * A question that a browser answers in a fraction of a second and that costs whoever asks for thousands of orders as many fractions:
 * a number that together with the challenge hashes to so many zero bits. Nothing is kept: the challenge is a signed note of the source
 * and the minute.
 */
export type BotChallenge = { challenge: string; bits: number }

/** About 65,000 hashes: a tenth of a second in a browser. */
const BITS = 16
const WINDOW_MS = 60_000
const PROOF_MAX = 200

export class BotChallenger {
  private readonly secret: KeyObject
  readonly bits: number

  constructor(secret: KeyObject, bits = BITS) {
    this.secret = secret
    this.bits = bits
  }

  ask(source: string, now: number): BotChallenge {
    const window = Math.floor(now / WINDOW_MS)
    return { challenge: `${window}.${this.sign(source, window)}`, bits: this.bits }
  }

  /** `proof`: the challenge, a colon, the number. It holds for this source, this minute and the next. */
  holds(proof: string, source: string, now: number): boolean {
    const [, challenge = '', window = '', signature = ''] = /^((\d{1,12})\.([\w-]{43})):\d{1,15}$/.exec(proof) ?? []
    const age = Math.floor(now / WINDOW_MS) - Number(window)
    if (challenge === '' || proof.length > PROOF_MAX || (age !== 0 && age !== 1)) return false
    const signed = Buffer.from(this.sign(source, Number(window)))
    return timingSafeEqual(signed, Buffer.from(signature)) && zeroBits(proof) >= this.bits
  }

  private sign(source: string, window: number): string {
    return createHmac('sha256', this.secret).update(`${window}\n${source}`).digest('base64url')
  }
}

/** Zero bits at the start of the hash. */
function zeroBits(proof: string): number {
  const digest = createHash('sha256').update(proof).digest()
  return Math.clz32(digest.readUInt32BE(0))
}

/** What a shop front does for its buyer, and the load generator for its. */
export function solveChallenge({ challenge, bits }: BotChallenge): string {
  for (let number = 0; ; number++) {
    const proof = `${challenge}:${number}`
    if (zeroBits(proof) >= bits) return proof
  }
}
