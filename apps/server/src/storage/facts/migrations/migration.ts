import type { FactStore } from '../fact-store.ts'

/** One step forward of the fact store's tables. Statements are safe to run again: a crash may fall between two of them. */
export type FactMigration = {
  /** Four digits; the order of running. */
  id: string
  /** The intent, in a few words with dashes. */
  name: string
  statements(facts: Pick<FactStore, 'database' | 'cluster' | 'onCluster' | 'localTable'>): string[]
}
