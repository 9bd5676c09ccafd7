/** One step forward of the record store's tables; its statements run in one transaction. */
export type RecordMigration = {
  /** Four digits; the order of running. */
  id: string
  /** The intent, in a few words with dashes. */
  name: string
  statements: readonly string[]
}
