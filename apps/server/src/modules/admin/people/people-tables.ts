import { FACT_TABLES, type FactTable, type Person } from '@zhanggui/facts'

export type PeopleTable = FactTable & { person: Person }

const isAboutPeople = (table: FactTable): table is PeopleTable => table.person !== undefined

/** The fact tables whose rows are about people, as they declare it themselves. */
export const PEOPLE_TABLES: readonly PeopleTable[] = FACT_TABLES.filter(isAboutPeople)

/** The business day that the age of a row is counted from. */
export const dayOf = (table: FactTable): string =>
  table.columns.find(({ name }) => name === 'created_day' || name === 'day' || name === 'active_day')?.name ?? 'day'
