/**
 * One line of the table. `ratio`: the durable rate of this project's own core in the same run, over this one; for rates of peers
 * alone. A rate of decisions is never one of orders fully created.
 */
export type OrderRow = { id: string; value: number; unit: string; ratio?: number }

/** Some rows and what has to be known to read them. */
export type RowGroup = { rows: OrderRow[]; notes: string[] }

export type RowOptions = {
  /** Decisions of each measurement. */
  orders: number
  /** Folder of the disk that is synced. */
  disk: string
}
