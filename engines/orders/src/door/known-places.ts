import { hashThree } from '../tables/hash.ts'

/**
 * Which number a source was given last: a table of fixed size, so that a crowd costs no more memory than a quiet day. Where it is full
 * the oldest number makes room; who is forgotten still has the ticket.
 */
export type KnownPlaces = { readonly words: Float64Array; readonly seed: number }

/** A source as two 32-bit words of its hash. */
export type SourceWords = readonly [number, number]

/** What a ticket says: its number, and the instant for which its holder was told to come. */
export type Place = { number: number; toldAt: number }

const SLOTS = 1 << 18
const WORDS = 4
const PROBES = 8
const [LOW, HIGH, NUMBER, TOLD] = [0, 1, 2, 3] as const

/** Numbers are kept one higher, so that 0 is an empty slot. */
export const createKnownPlaces = (seed: number): KnownPlaces => ({ words: new Float64Array(SLOTS * WORDS), seed })

function* slotsOf({ seed }: KnownPlaces, [low, high]: SourceWords): Generator<number> {
  const first = hashThree(low, high, 0, seed)
  for (let probe = 0; probe < PROBES; probe++) yield ((first + probe) & (SLOTS - 1)) * WORDS
}

function slotWith(known: KnownPlaces, source: SourceWords): number | undefined {
  const { words } = known
  for (const at of slotsOf(known, source))
    if (words[at + NUMBER] !== 0 && words[at + LOW] === source[0] && words[at + HIGH] === source[1]) return at
  return undefined
}

/** The number that this source waits with; undefined: none that is remembered. */
export function placeKnownOf(known: KnownPlaces, source: SourceWords): Place | undefined {
  const at = slotWith(known, source)
  if (at === undefined) return undefined
  return { number: (known.words[at + NUMBER] as number) - 1, toldAt: known.words[at + TOLD] as number }
}

export function rememberPlace(known: KnownPlaces, source: SourceWords, { number, toldAt }: Place): void {
  const { words } = known
  const mine = slotWith(known, source)
  const oldest = (): number =>
    [...slotsOf(known, source)].reduce((a, b) =>
      (words[b + NUMBER] as number) < (words[a + NUMBER] as number) ? b : a,
    )
  words.set([source[0], source[1], number + 1, toldAt], mine ?? oldest())
}

/** The source waits no longer. */
export function forgetPlace(known: KnownPlaces, source: SourceWords): void {
  const at = slotWith(known, source)
  if (at !== undefined) known.words[at + NUMBER] = 0
}
