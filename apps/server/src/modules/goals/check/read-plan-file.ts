import { open, stat } from 'node:fs/promises'
import { PlanFile, type Store } from '@zhanggui/contract'
import { businessDayOf } from '@zhanggui/kernel'
import { deriveTable, emptyPlan, mergeTable, type Plan, withParts } from '@zhanggui/plan'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { parseInput } from '../../../http/parse-input.ts'
import { readTools } from '../../traffic/read-tools.ts'
import { readTableFile } from '../table/import-table.ts'

export type UploadedFile = { path: string; name: string }

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
    throw new ApiFailure('unreadable_file', { reason: `不是有效的 JSON / not valid JSON: ${reason}` })
  }
}

/** Plain values of a file as the engine's plan; what they stand for is what the check looks at. */
const asPlan = (file: PlanFile): Plan => file as unknown as Plan

/** The yearly table of a file, with the goals, tasks and requests that its import would make. */
async function planOfTable(context: Context, store: Store, file: UploadedFile, year: number): Promise<Plan> {
  const { rows } = await readTableFile(file, year)
  const today = businessDayOf(context.clock.now(), store.timezone)
  const tools = await readTools(context, store.id)
  const derived = deriveTable(rows, { year, tools, platform: store.platform, day: today })
  const empty = emptyPlan({ id: 'file', year, name: file.name, currency: store.currency })
  return withParts(empty, mergeTable(empty, rows, derived).bodies)
}

/**
 * A plan from a file that is not stored: the JSON of a plan, or a yearly table as CSV or XLSX.
 * @param given.year of a table; the coming year when left out. A JSON plan says its own.
 * Errors: throws `unreadable_file`, `invalid_request` naming the fields, `payload_too_large`.
 */
export async function readPlanFile(
  context: Context,
  store: Store,
  given: { file: UploadedFile; year?: number | undefined },
): Promise<Plan> {
  const { file, year } = given
  if (/\.json$/i.test(file.name)) return asPlan(parseInput(PlanFile, parseJson(await readText(file.path))))
  const today = businessDayOf(context.clock.now(), store.timezone)
  return planOfTable(context, store, file, year ?? Number(today.slice(0, 4)) + 1)
}
