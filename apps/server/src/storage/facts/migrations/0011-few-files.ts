import { WIDE_FROM_BYTES } from '@zhanggui/facts'
import type { FactMigration } from './migration.ts'

/** The tables of that release; later ones are made this way. */
const TABLES = ['events', 'order_lines', 'ad_daily', 'shop_daily', 'feedback', 'stock_daily', 'items'] as const

/**
 * For tables of an earlier release: parts below 128 MB keep their columns in one file. An insert of a block would otherwise create two files for each of up
 * to forty columns and every month it touches, which costs more than the rows themselves; merging writes the large parts
 * column by column as before.
 */
export const fewFiles: FactMigration = {
  id: '0011',
  name: 'few-files',
  statements: (facts) =>
    TABLES.map((name) => {
      const table = `${facts.database}.${facts.localTable(name)}${facts.onCluster()}`
      return `ALTER TABLE ${table} MODIFY SETTING min_bytes_for_wide_part = ${WIDE_FROM_BYTES}`
    }),
}
