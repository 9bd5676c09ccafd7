import type { Chain } from './build-chain.ts'
import { chanceToBuy } from './chance-to-buy.ts'

export type Removal = {
  /** Chance to buy with every channel there. */
  chance: number
  /** Share of the purchases that would be lost without the channel, by channel. */
  effects: number[]
}

/**
 * What would be lost without each channel: 1 − chance without it ÷ chance with it.
 * Shape: effects are between 0 and 1 and do not add up to 1; shares of them do. All 0 where nobody buys.
 */
export function removalEffects(chain: Chain): Removal {
  const chance = chanceToBuy(chain, () => true)
  const effects = Array.from({ length: chain.size }, (_, removed) =>
    chance === 0 ? 0 : Math.max(0, 1 - chanceToBuy(chain, (channel) => channel !== removed) / chance),
  )
  return { chance, effects }
}
