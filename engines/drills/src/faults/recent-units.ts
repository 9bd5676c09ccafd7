/** Units that went lately, item by item, to say how fast it goes. */
export class RecentUnits {
  private readonly windowMinutes: number
  private readonly sales = new Map<string, { minute: number; units: number }[]>()

  constructor(windowMinutes: number) {
    this.windowMinutes = windowMinutes
  }

  add(itemId: string, units: number, minute: number): void {
    const sales = this.sales.get(itemId) ?? []
    sales.push({ minute, units })
    this.sales.set(itemId, sales)
  }

  /** Units of the last window; what is older is forgotten. */
  of(itemId: string, minute: number): number {
    const sales = this.sales.get(itemId) ?? []
    while ((sales[0]?.minute ?? minute) <= minute - this.windowMinutes) sales.shift()
    return sales.reduce((sum, { units }) => sum + units, 0)
  }
}
