import { createTableSql, FACT_TABLES } from '@zhanggui/facts'
import type { FactMigration } from './migration.ts'

export const factTables: FactMigration = {
  id: '0001',
  name: 'fact-tables',
  statements: ({ database, cluster, onCluster }) =>
    FACT_TABLES.flatMap((table) => createTableSql(table, { database, cluster, onCluster: onCluster() })),
}
