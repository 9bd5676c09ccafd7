/** `orderFactor` multiplies the chance of an order, `payRate` is the share of orders that get paid. */
export type Device = { name: 'app' | 'wap' | 'pc' | 'mini'; share: number; orderFactor: number; payRate: number }

export const DEVICES: readonly Device[] = [
  { name: 'app', share: 0.76, orderFactor: 1, payRate: 0.92 },
  { name: 'wap', share: 0.11, orderFactor: 0.7, payRate: 0.86 },
  { name: 'pc', share: 0.08, orderFactor: 0.9, payRate: 0.84 },
  { name: 'mini', share: 0.05, orderFactor: 0.8, payRate: 0.88 },
]
