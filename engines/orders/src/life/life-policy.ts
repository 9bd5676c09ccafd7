/**
 * How long each step may take before it ends by itself, hours. Defaults follow what buyers of the large Chinese platforms are used to
 * (a seller answers within two days, goods go back within seven, an order is received by itself ten days after it was sent); a shop
 * whose platform says otherwise passes its own.
 */
export type LifePolicy = {
  /** The shop answers a request; silence agrees. */
  answerHours: number
  /** The buyer sends goods back; silence withdraws. */
  sendBackHours: number
  /** The shop looks at what came back; silence settles. */
  inspectHours: number
  /** After the last parcel was sent, the order counts as received. */
  receiveHours: number
  /** After receipt, requests are still taken. */
  afterSaleHours: number
}

export const DEFAULT_LIFE_POLICY: LifePolicy = {
  answerHours: 48,
  sendBackHours: 168,
  inspectHours: 120,
  receiveHours: 240,
  afterSaleHours: 360,
}

export const hoursMs = (hours: number): number => hours * 3_600_000
