/** One line or set of bars. `pale` marks what is only there to compare with. */
export type Series = {
  name: string
  values: (number | null)[]
  colour: string
  pale?: boolean
}

/** How a chart writes its figures; the format module's functions, already bound to a unit. */
export type ChartWords = {
  /** Short, for the axis. */
  short: (value: number | null) => string
  exact: (value: number | null) => string
  /** A period or name under the axis, and the same in full for the tooltip. */
  axis: (key: string) => string
  full: (key: string) => string
}

/** A named stretch of the axis: campaign days. Keys are of the axis; both ends count. */
export type Span = { name: string; from: string; to: string }
