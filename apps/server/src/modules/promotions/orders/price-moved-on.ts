/** What an order was priced with is not so any more: it is rolled back, priced anew and tried again. */
export class PriceMovedOn extends Error {
  override readonly name = 'PriceMovedOn'
}
