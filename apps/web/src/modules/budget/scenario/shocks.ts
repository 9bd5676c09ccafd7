import type { RunScenario } from '@zhanggui/contract'

/** What the sliders say, in whole percent. */
export type Shocks = {
  inflation: number
  on: 'offSite' | 'all'
  response: 'sameSpend' | 'sameVolume'
  roi: number
  price: number
  volume: number
}

export const CALM: Shocks = { inflation: 0, on: 'offSite', response: 'sameSpend', roi: 0, price: 0, volume: 0 }

const BP = 100
const KEYS = { inflation: 'inflation', roi: 'roi', price: 'price', volume: 'volume' } as const

const wholeIn = (text: string | null, [min, max]: readonly [number, number]): number => {
  const value = Number(text ?? '0')
  return Number.isInteger(value) ? Math.min(max, Math.max(min, value)) : 0
}

/** How far each slider goes, in percent. */
export const REACH = {
  inflation: [0, 60],
  roi: [-60, 60],
  price: [-40, 20],
  volume: [-50, 50],
} as const

/** The sliders as the URL has them; anything else is where they rest. */
export const shocksOf = (get: (name: string) => string | null): Shocks => ({
  inflation: wholeIn(get(KEYS.inflation), REACH.inflation),
  roi: wholeIn(get(KEYS.roi), REACH.roi),
  price: wholeIn(get(KEYS.price), REACH.price),
  volume: wholeIn(get(KEYS.volume), REACH.volume),
  on: get('on') === 'all' ? 'all' : 'offSite',
  response: get('response') === 'sameVolume' ? 'sameVolume' : 'sameSpend',
})

/** The question to the server, in basis points. */
export const questionOf = ({ inflation, on, response, roi, price, volume }: Shocks): RunScenario => ({
  costInflationBp: inflation * BP,
  inflationOn: on,
  response,
  roiChangeBp: roi === 0 ? {} : { all: roi * BP },
  priceChangeBp: price * BP,
  volumeChangeBp: volume * BP,
})
