import { CohortExport, type CohortResult, type Store } from '@zhanggui/contract'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { parseInput } from '../../http/parse-input.ts'
import { toCsv } from '../admin/resources/export-resource.ts'
import { runCohorts } from './run-cohorts.ts'

export type CohortFile = { name: string; type: string; bytes: Buffer }

const WORDS = {
  zh: { cohort: '首购', size: '首购人数', overall: '合计', later: (n: number) => `第 ${n} 期后` },
  en: { cohort: 'First bought', size: 'First buyers', overall: 'All', later: (n: number) => `+${n}` },
}

type Asked = Pick<z.output<typeof CohortExport>, 'figure' | 'measure' | 'language'>

/** Money as major units by digits; a share stays a fraction; what is not known yet is an empty cell. */
const cellOf = (value: number | null, { measure }: Asked): number | null =>
  value === null || measure === 'buyers' ? value : Number((value / 100).toFixed(2))

function rowsOf({ cohorts, overall }: CohortResult, asked: Asked): (string | number | null)[][] {
  const { figure } = asked
  const rows = cohorts.map((row) => [row.cohort, row.size, ...row[figure].map((value) => cellOf(value, asked))])
  if (figure === 'values') return rows
  const all = overall[figure].map((value) => cellOf(value, asked))
  return [...rows, [WORDS[asked.language].overall, overall.size, ...all]]
}

/**
 * The cohort table as CSV: a line a cohort, a column a period after the first purchase, all together last.
 * Errors: as `runCohorts`.
 */
export async function exportCohorts(context: Context, store: Store, input: CohortExport): Promise<CohortFile> {
  const { figure, language, ...request } = parseInput(CohortExport, input)
  const result = await runCohorts(context, store, request)
  const asked = { figure, language, measure: request.measure }
  const periods = Math.max(0, ...result.cohorts.map((cohort) => cohort.values.length))
  const words = WORDS[language]
  const header = [words.cohort, words.size, ...Array.from({ length: periods }, (_, at) => words.later(at))]
  return {
    name: `${store.id}-cohorts-${request.measure}-${figure}.csv`,
    type: 'text/csv; charset=utf-8',
    bytes: toCsv({ header, rows: rowsOf(result, asked) }),
  }
}
