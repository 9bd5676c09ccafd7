import { factTables } from './0001-fact-tables.ts'
import { visitorDays } from './0010-visitor-days.ts'
import { fewFiles } from './0011-few-files.ts'
import { minuteSums } from './0012-minute-sums.ts'
import { membersAndSocial } from './0120-members-and-social.ts'
import type { FactMigration } from './migration.ts'

/** Every migration of the fact store, in order. Add a line; never change one that was released. */
export const FACT_MIGRATIONS: readonly FactMigration[] = [
  factTables,
  visitorDays,
  fewFiles,
  minuteSums,
  membersAndSocial,
]
