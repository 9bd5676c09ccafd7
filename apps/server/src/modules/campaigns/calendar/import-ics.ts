import { occasionInYear, type ReadEntry, readICalendar } from '@zhanggui/calendar'
import type { CalendarImport, Store } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { auditedTransaction } from '../../admin/audit.ts'
import { canonicalJson } from '../../admin/canonical-json.ts'
import { checkData } from '../../admin/resources/check-data.ts'
import { keyTextOf, type ResourceData } from '../../admin/resources/define-resource.ts'
import type { ResourceCaller } from '../../admin/resources/resource-access.ts'
import { livingRows, newRow, type StoredRow } from '../../admin/resources/resource-rows.ts'
import { insertNew, replaceData, type Writing } from '../../admin/resources/write-resource.ts'
import { resources } from '../../admin/schema.ts'
import { describeProblem } from './describe-ics-problem.ts'
import { entryData } from './entry-data.ts'
import { occasionRulesOf, statedOccasion } from './read-shop-calendar.ts'
import { SHOP_OCCASIONS } from './shop-occasions.ts'

type Problems = CalendarImport['problems']
type Counts = Pick<CalendarImport, 'created' | 'updated' | 'unchanged'>

/** What is there already, found by the calendar's own id, else by name and day. */
type Known = { byUid: Map<string, StoredRow>; byKey: Map<string, StoredRow> }

const REASON = 'iCalendar'

const uidIn = (data: ResourceData): string => (typeof data.uid === 'string' ? data.uid : '')

function index(rows: readonly StoredRow[], store: Store): Known {
  const known: Known = { byUid: new Map(), byKey: new Map() }
  for (const row of rows) remember(known, row, store)
  return known
}

/** An own occasion has left as `<row>@<store>.zhanggui`; one that came in keeps the uid it came with. */
function remember({ byUid, byKey }: Known, row: StoredRow, store: Store): void {
  byKey.set(row.keyText, row)
  byUid.set(uidIn(row.data) || `${row.id}@${store.id}.zhanggui`, row)
}

/** Of one that recurs the file holds a year; the record stays as it is when that year is what the record says. */
function isYearOf(row: StoredRow, data: ResourceData): boolean {
  const [rule] = occasionRulesOf([{ ...statedOccasion(row.id, row.data), replaces: null }]).slice(-1)
  const mainDay = String(data.mainDay)
  const year = Number(mainDay.slice(0, 4))
  // A lunar date of January or February belongs to the lunar year before.
  return rule !== undefined && [year, year - 1].some((y) => occasionInYear(rule, y)?.mainDay === mainDay)
}

const withoutYear = (uid: string): string => uid.replace(/\/\d{4}$/, '')

function findKnown({ byUid, byKey }: Known, data: ResourceData): StoredRow | undefined {
  const uid = uidIn(data)
  return byUid.get(uid) ?? byUid.get(withoutYear(uid)) ?? byKey.get(keyTextOf(SHOP_OCCASIONS, data))
}

type Writer = { context: Context; store: Store; caller: ResourceCaller; known: Known; writing: Writing }

/** The same days under the same name: an end that is not stated and one stated on the main day are the same. */
function isSame(a: ResourceData, b: ResourceData): boolean {
  const meaning = (data: ResourceData): string => canonicalJson({ ...statedOccasion('', data), data: null })
  return meaning(a) === meaning(b)
}

/** The record as the entry makes it: what a file cannot say (a uid of our own making) stays as it was. */
function mergedData(row: StoredRow, data: ResourceData): ResourceData {
  return { ...data, uid: row.data.uid ?? null }
}

async function saveEntry(writer: Writer, data: ResourceData): Promise<keyof Counts> {
  const { context, store, caller, known, writing } = writer
  const row = findKnown(known, data)
  if (!row) {
    const own = uidIn(data).endsWith(`@${store.id}.zhanggui`)
    const made = newRow(SHOP_OCCASIONS, caller, own ? { ...data, uid: null } : data, context.clock.now())
    await insertNew(context, writing, SHOP_OCCASIONS, caller, { row: made, reason: REASON })
    remember(known, made, store)
    return 'created'
  }
  const recurs = row.data.recurs === 'yearly' || row.data.recurs === 'lunar'
  const merged = mergedData(row, data)
  if ((recurs && isYearOf(row, data)) || isSame(merged, row.data)) return 'unchanged'
  const change = { expected: { id: row.id, version: row.version }, data: merged, reason: REASON }
  remember(known, await replaceData(context, writing, SHOP_OCCASIONS, caller, change), store)
  return 'updated'
}

const noted = (
  entry: ReadEntry,
  code: Parameters<typeof describeProblem>[0],
  kept: boolean,
  value = '',
): Problems[number] => ({
  line: entry.line,
  summary: entry.summary.slice(0, 120),
  kept,
  code,
  ...describeProblem(code, value),
})

/** Entries as checked records; two of one name and day are one record, the last one wins. */
function toRecords(
  entries: readonly ReadEntry[],
  caller: ResourceCaller,
): { records: ResourceData[]; problems: Problems } {
  const byKey = new Map<string, ResourceData>()
  const problems: Problems = []
  for (const entry of entries) {
    const checked = checkData(SHOP_OCCASIONS, caller.role, { current: {}, sent: entryData(entry) })
    if (!checked.ok) {
      problems.push(noted(entry, 'not_storable', false, checked.problems.map((p) => p.message).join('；')))
      continue
    }
    const key = keyTextOf(SHOP_OCCASIONS, checked.data)
    if (byKey.has(key)) problems.push(noted(entry, 'same_name_and_day', true))
    byKey.set(key, checked.data)
  }
  return { records: [...byKey.values()], problems }
}

function readEntries(text: string, store: Store): { entries: ReadEntry[]; skipped: number; problems: Problems } {
  const content = readICalendar(text, { shopZone: store.timezone })
  if (!content.ok) {
    const { error } = content
    const reason = error.code === 'not_icalendar' ? 'BEGIN:VCALENDAR' : `${error.events} > ${error.limit}`
    throw new ApiFailure('unreadable_calendar', { reason })
  }
  // What left from here as the platform's, a holiday or a plan's must not come back as the shop's own.
  const entries = content.entries.filter(({ source }) => source === null || source === 'shop')
  const problems = content.problems.map(({ line, summary, kept, ...problem }) => ({
    line,
    summary: summary.slice(0, 120),
    kept,
    code: problem.code,
    ...describeProblem(problem.code, 'value' in problem ? problem.value : ''),
  }))
  return { entries, skipped: content.entries.length - entries.length, problems }
}

/**
 * Takes the entries of a calendar file over as own occasions, all in one transaction. The same entry again (by uid, else by
 * name and day) updates its record; nothing is deleted by what a file does not hold.
 * Errors: throws `unreadable_calendar`; single entries that cannot be taken are listed with their line.
 */
export async function importCalendar(
  context: Context,
  store: Store,
  caller: ResourceCaller,
  text: string,
): Promise<CalendarImport> {
  const { entries, skipped, problems } = readEntries(text, store)
  const { records, problems: notes } = toRecords(entries, caller)
  const counts: Counts = { created: 0, updated: 0, unchanged: 0 }
  await auditedTransaction(context, async (tx, record) => {
    const rows = await tx.select().from(resources).where(livingRows(SHOP_OCCASIONS, caller)).for('update')
    const writer: Writer = { context, store, caller, known: index(rows, store), writing: { tx, record } }
    for (const data of records) counts[await saveEntry(writer, data)]++
  })
  const all = [...problems, ...notes].sort((a, b) => a.line - b.line)
  return { entries: entries.length + skipped, ...counts, skipped, problems: all }
}
