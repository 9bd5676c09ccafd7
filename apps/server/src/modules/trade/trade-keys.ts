import { createHmac } from 'node:crypto'
import type { Key } from '@zhanggui/orders'
import type { Context } from '../../context.ts'

/** Nobody: a limit by it does not count. */
export const NO_KEY: Key = [0, 0]

/** What a key stands for: the same words as buyer and as address are two keys. */
export type KeyKind = 'buyer' | 'address' | 'device' | 'source'

export type KeyMaker = (kind: KeyKind, words: string | undefined) => Key

/** Who and where as keyed hashes of one shop: the core never holds a name, a phone or an address, nor can two shops be matched. */
export function keyMakerOf({ secrets }: Pick<Context, 'secrets'>, store: string): KeyMaker {
  const secret = secrets.keyOf(`trade/${store}`)
  return (kind, words) => {
    if (words === undefined) return NO_KEY
    const hash = createHmac('sha256', secret).update(`${kind}\n${words}`).digest()
    return [hash.readInt32LE(0), hash.readInt32LE(4)]
  }
}
