import { open, stat } from 'node:fs/promises'
import { PlanFile, type Store } from '@zhanggui/contract'
import { businessDayOf } from '@zhanggui/kernel'
import { deriveTable, emptyPlan, mergeTable, type Plan, planOfLines, readTable, withParts } from '@zhanggui/plan'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { parseInput } from '../../../http/parse-input.ts'
import { readTools } from '../../traffic/read-tools.ts'
import { joinSheets, readTableFile } from '../table/import-table.ts'
import { isDocument, readDocument } from './read-document.ts'

export type UploadedFile = { path: string; name: string }

/** What a file holds: a plan to check as such, words to check as words, or both. */
export type ReadPlanFile = { name: string; year: number; plan: Plan | null; words: Plan | null }

const JSON_BYTES_MAX = 20 * 1024 * 1024

/** The whole of a small text file. Errors: throws `payload_too_large`. */
async function readText(path: string): Promise<string> {
  if ((await stat(path)).size > JSON_BYTES_MAX) throw new ApiFailure('payload_too_large')
  const file = await open(path)
  try {
    return new TextDecoder().decode(await file.readFile())
  } finally {
    await file.close()
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new ApiFailure('unreadable_file', {
      reason: { zh: `不是有效的 JSON：${reason}`, en: `not valid JSON: ${reason}` },
    })
  }
}

/** Plain values of a file as the engine's plan; what they stand for is what the check looks at. */
const asPlan = (file: PlanFile): Plan => file as unknown as Plan

/** A yearly table with the goals, tasks and requests that its import would make. */
async function planOfRows(
  context: Context,
  store: Store,
  { rows, name, year }: { rows: Plan['table']; name: string; year: number },
): Promise<Plan> {
  const today = businessDayOf(context.clock.now(), store.timezone)
  const tools = await readTools(context, store.id)
  const derived = deriveTable(rows, { year, tools, platform: store.platform, day: today })
  const empty = emptyPlan({ id: 'file', year, name, currency: store.currency })
  return withParts(empty, mergeTable(empty, rows, derived).bodies)
}

/** A document's words, and its yearly table where it holds one; other tables are read as words, a row a line. */
async function readWords(context: Context, store: Store, file: UploadedFile, year: number): Promise<ReadPlanFile> {
  const { lines, grids } = await readDocument(file)
  const tables = grids.map((grid) => ({ grid, table: readTable(grid, { year }) }))
  const yearly = tables.flatMap(({ table }) => table ?? [])
  const others = tables.flatMap(({ grid, table }) =>
    table ? [] : grid.rows.map((cells) => ({ line: Number(grid.sheet), text: cells.join('；') })),
  )
  const words = planOfLines([...lines, ...others], { file: file.name, year, currency: store.currency })
  if (yearly.length === 0) return { name: file.name, year, plan: null, words }
  const { rows } = joinSheets(yearly)
  return { name: file.name, year, plan: await planOfRows(context, store, { rows, name: file.name, year }), words }
}

/**
 * A plan from a file that is not stored: the JSON of a plan, a yearly table as CSV or XLSX, or a document in words (Word, text, Markdown).
 * @param given.year of a table or document; the coming year when left out. A JSON plan says its own.
 * Errors: throws `unreadable_file`, `invalid_request` naming the fields, `payload_too_large`.
 */
export async function readPlanFile(
  context: Context,
  store: Store,
  given: { file: UploadedFile; year?: number | undefined },
): Promise<ReadPlanFile> {
  const { file } = given
  if (/\.json$/i.test(file.name)) {
    const plan = asPlan(parseInput(PlanFile, parseJson(await readText(file.path))))
    return { name: plan.name, year: plan.year, plan, words: null }
  }
  const today = businessDayOf(context.clock.now(), store.timezone)
  const year = given.year ?? Number(today.slice(0, 4)) + 1
  if (isDocument(file.name)) return readWords(context, store, file, year)
  const { rows } = await readTableFile(file, year)
  const plan = await planOfRows(context, store, { rows, name: file.name, year })
  return { name: plan.name, year, plan, words: null }
}
