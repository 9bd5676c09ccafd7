/**
 * What a drill does to a day, asked at each visit as it happens: faults and the answers to them. Factors multiply what was
 * planted; 1 changes nothing. Money and stock follow from the visits, they are never set.
 */
export type Weather = {
  /** Of the chance that a visit through a channel orders a listing. */
  orderFactor(channel: string, itemId: string): number
  /** Of a listing's price. */
  priceFactor(itemId: string): number
  /** Of the chance that an order is paid, at an instant in UTC milliseconds. */
  payFactor(at: number): number
  /** The listing that a place on the page shows instead; the same one when nothing was swapped. */
  shows(itemId: string): string
}
