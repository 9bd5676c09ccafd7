import type { Cents, Period } from '@zhanggui/kernel'

/** What a channel is expected to do in a month. `newBuyers` is an expectation and may be fractional. */
export type ScenarioChannel = {
  channel: string
  offSite: boolean
  spendCents: Cents
  attributedCents: Cents
  newBuyers: number
}

/** The expected course before anything goes differently; months in order, the first is month 1. */
export type ScenarioBase = readonly {
  period: Period
  /** Sales that no channel brings. */
  otherGmvCents: Cents
  channels: readonly ScenarioChannel[]
}[]

/** What might happen (P4.18). All in basis points; 0: as expected. */
export type ScenarioShocks = {
  /** Yearly rise of media prices, compounding month by month: month k costs (1 + rate)^(k/12). */
  costInflationBp: number
  inflationOn: 'offSite' | 'all'
  /** `sameSpend`: the money buys less; `sameVolume`: the same traffic costs more. */
  response: 'sameSpend' | 'sameVolume'
  /** Change of what a channel sells for the same traffic; `all` for those that are not named. */
  roiChangeBp: Readonly<Record<string, number>>
  /** A price war: own prices, and the quantity that is then sold (lost to rivals, or won). */
  priceChangeBp: number
  volumeChangeBp: number
}

export const NO_SHOCKS: ScenarioShocks = {
  costInflationBp: 0,
  inflationOn: 'offSite',
  response: 'sameSpend',
  roiChangeBp: {},
  priceChangeBp: 0,
  volumeChangeBp: 0,
}

/** Fee ratio and CAC of the whole: spend ÷ GMV, spend ÷ new buyers; `null` over nothing. */
export type ScenarioFigures = {
  spendCents: Cents
  gmvCents: Cents
  newBuyers: number
  feeRatio: number | null
  cacCents: number | null
}

export type ScenarioResult = {
  months: readonly { period: Period; base: ScenarioFigures; shocked: ScenarioFigures }[]
  base: ScenarioFigures
  shocked: ScenarioFigures
}
