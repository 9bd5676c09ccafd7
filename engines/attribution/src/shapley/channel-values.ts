import { createRng } from '@zhanggui/kernel'
import type { Chain } from '../chain/build-chain.ts'
import { chanceToBuy } from '../chain/chance-to-buy.ts'
import { EXACT_PLAYERS_MAX, shapleyExact } from './shapley-exact.ts'
import { type SampledValue, shapleySampled } from './shapley-sampled.ts'

/** Pairs of orders drawn beyond twelve channels: standard errors are then well below a percentage point of the whole. */
const PAIRS = 200

/** Values by channel; the standard error is 0 where they are exact. */
export type ChannelValues = { isExact: boolean; values: SampledValue[] }

/**
 * What each channel adds to the chance to buy, averaged over every order in which channels could have been opened. Where the removal
 * effect asks about the last channel to go, this asks about all of them: two that stand in for each other share what either brings.
 * Shape: values add up to the chance with all channels; exact up to twelve channels, sampled with standard errors beyond.
 */
export function channelValues(chain: Chain, seed: string): ChannelValues {
  if (chain.size === 0) return { isExact: true, values: [] }
  if (chain.size <= EXACT_PLAYERS_MAX) {
    const values = shapleyExact(chain.size, (coalition) => chanceToBuy(chain, (c) => (coalition & (1 << c)) !== 0))
    return { isExact: true, values: values.map((value) => ({ value, standardError: 0 })) }
  }
  const worth = (has: readonly boolean[]): number => chanceToBuy(chain, (c) => has[c] === true)
  return { isExact: false, values: shapleySampled(chain.size, worth, { pairs: PAIRS, rng: createRng(seed) }) }
}
