import type { Finding } from '../finding.ts'
import { CHAPTERS, type Plan, type SourceRef, TABLE_COLUMNS, type TableRow } from '../plan.ts'
import { tableOrigins } from './table-origin.ts'

/** A text that a person wrote, where it stands, and what kind of text it is. */
export type PlanText = {
  at: Finding['at']
  source: SourceRef | null
  text: string
  /** A chapter is printed as it is; a cell or a title is a note among colleagues. */
  kind: 'chapter' | 'title' | 'note' | 'cell'
}

type Written = { kind: PlanText['kind']; text: string; field: string }
type Part = Finding['at']['part']

/** What one object says; a text that it says twice, as name and as reason, is read once. */
function* textsOf(part: Part, id: string | null, source: SourceRef | null, written: Written[]): Generator<PlanText> {
  const read = new Set<string>()
  for (const { kind, text, field } of written) {
    if (!text.trim() || read.has(text)) continue
    read.add(text)
    yield { at: { part, id, field }, source, text, kind }
  }
}

function* ofHeader({ texts, name }: Plan): Generator<PlanText> {
  yield* textsOf('header', null, null, [{ kind: 'title', text: name, field: 'name' }])
  const chapters = CHAPTERS.map((field): Written => ({ kind: 'chapter', text: texts[field], field }))
  yield* textsOf('header', null, null, chapters)
}

/** A goal that was made of a table cell repeats it in its note; the cell is read in the table. */
function* ofGoals(plan: Plan): Generator<PlanText> {
  const originOf = tableOrigins(plan)
  for (const goal of plan.goals)
    yield* textsOf('goals', goal.id, null, [
      { kind: 'title', text: goal.name, field: 'name' },
      { kind: 'note', text: goal.diagnosis ?? '', field: 'diagnosis' },
      { kind: 'note', text: originOf(goal) ? '' : goal.note, field: 'note' },
    ])
}

function* ofBudget(plan: Plan): Generator<PlanText> {
  for (const { id, name, note } of plan.budget)
    yield* textsOf('budget', id, null, [
      { kind: 'title', text: name, field: 'name' },
      { kind: 'note', text: note, field: 'note' },
    ])
  for (const { id, name, reason } of plan.budgetRules.stages)
    yield* textsOf('budget', id, null, [
      { kind: 'title', text: name, field: 'name' },
      { kind: 'note', text: reason, field: 'reason' },
    ])
}

function* ofEvents(plan: Plan): Generator<PlanText> {
  for (const { id, source, name, theme, mechanics, note } of plan.events)
    yield* textsOf('events', id, source, [
      { kind: 'title', text: name, field: 'name' },
      { kind: 'note', text: theme, field: 'theme' },
      { kind: 'note', text: mechanics.join('；'), field: 'mechanics' },
      { kind: 'note', text: note, field: 'note' },
    ])
}

function* ofWork(plan: Plan): Generator<PlanText> {
  for (const { id, source, title, detail, evidence } of plan.tasks)
    yield* textsOf('tasks', id, source, [
      { kind: 'title', text: title, field: 'title' },
      { kind: 'note', text: detail, field: 'detail' },
      { kind: 'note', text: evidence, field: 'evidence' },
    ])
  for (const { id, source, text } of plan.requests)
    yield* textsOf('requests', id, source, [{ kind: 'note', text, field: 'text' }])
}

const rowKey = (source: SourceRef): string => `${source.file}\n${source.sheet ?? ''}\n${source.row}`

/** What became an object of its own is read there, so that one sentence is not found twice. */
function sayingsByRow(plan: Plan): Map<string, string[]> {
  const said = new Map<string, string[]>()
  const add = (source: SourceRef | null, texts: readonly string[]): void => {
    if (!source) return
    const list = said.get(rowKey(source)) ?? []
    list.push(...texts.map((t) => t.trim()).filter((t) => t.length > 0))
    said.set(rowKey(source), list)
  }
  for (const { source, title, detail } of plan.tasks) add(source, [title, detail])
  for (const { source, text } of plan.requests) add(source, [text])
  for (const { source, name, theme, note } of plan.events) add(source, [name, theme, note])
  const originOf = tableOrigins(plan)
  for (const rule of plan.budgetRules.stages) add(originOf(rule)?.row.source ?? null, [rule.name, rule.reason])
  for (const line of plan.budget) add(originOf(line)?.row.source ?? null, [line.name, line.note])
  return said
}

/** The cell without what was made of it; a full stop stays in its place, so that its neighbours do not join to new words. */
const unread = (cell: string, said: readonly string[]): string =>
  [...said].sort((a, b) => b.length - a.length).reduce((rest, part) => rest.replaceAll(part, '。'), cell)

const cellsOf = (row: TableRow, said: readonly string[]): Written[] =>
  TABLE_COLUMNS.flatMap((field) =>
    field === 'period' ? [] : [{ kind: 'cell' as const, text: unread(row[field], said), field }],
  )

function* ofTable(plan: Plan): Generator<PlanText> {
  const said = sayingsByRow(plan)
  for (const row of plan.table) {
    const parts = row.source ? (said.get(rowKey(row.source)) ?? []) : []
    yield* textsOf('table', row.id, row.source, cellsOf(row, parts))
  }
}

function* ofStages(plan: Plan): Generator<PlanText> {
  for (const { id, name } of plan.stages)
    yield* textsOf('stages', id, null, [{ kind: 'title', text: name, field: 'name' }])
}

/** Every text of a plan, in plan order. */
export const planTexts = (plan: Plan): PlanText[] => [
  ...ofHeader(plan),
  ...ofGoals(plan),
  ...ofBudget(plan),
  ...ofEvents(plan),
  ...ofWork(plan),
  ...ofTable(plan),
  ...ofStages(plan),
]
