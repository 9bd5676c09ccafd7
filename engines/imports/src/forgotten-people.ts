import { forgottenColumn, getFactTable, isForgottenSql } from '@zhanggui/facts'
import type { ImportPlan } from './import-plan.ts'
import { PERSON } from './kinds/person.ts'
import type { Sql } from './sql-text.ts'

/** A column of a table's own key, renamed for the forgotten where it is made of the person. */
export function renamedKey(plan: ImportPlan, name: string): Sql {
  const table = getFactTable(plan.target.table)
  const { person } = table
  const column = table.columns.find((c) => c.name === name)
  const isMade = person?.rename.includes(name) && plan.varying.some((c) => c.name === person.column)
  return isMade && person && column ? forgottenColumn(table, column, isForgottenSql(person)) : name
}

/**
 * What is staged of each column: of a person on the list of the forgotten, nothing that says who it was.
 * A row's content is told by what the file says all the same, and its key by what the stored row is called now, so that a file
 * that was read before brings nothing new.
 */
export function stagedColumns(plan: ImportPlan, forgets: boolean): Sql[] {
  const table = getFactTable(plan.target.table)
  const { person } = table
  const names = plan.varying.map((c) => c.name)
  if (!forgets || !person || !names.includes(person.column)) return names
  const forgotten = isForgottenSql(person)
  return names.map((name) => {
    const column = table.columns.find((c) => c.name === name)
    return column ? forgottenColumn(table, column, forgotten) : name
  })
}

/** A quoted cell, unless it is the very name or number of somebody on the list: then it says `***`. */
export function unlessForgotten(quoted: Sql): Sql {
  const who = PERSON.value('quoted', { dateOrder: 'ymd', year: null })
  const marked = `toString(sipHash64Keyed(({e0:UInt64}, {e1:UInt64}), ifNull(${who}, 0)))`
  // The lambda names the cell once: its text is long, and the hash asks for it several times.
  return `arrayMap(quoted -> if(quoted != '' AND has({forgotten:Array(String)}, ${marked}), '***', quoted), [${quoted}])[1]`
}
