import { type Goal, goalId, plainGoal } from '@zhanggui/goals'
import { type Period, parsePeriod, periodGrain, periodHolds } from '@zhanggui/kernel'
import type { TableRow } from '../plan.ts'
import { listItems } from './list-items.ts'
import { type MonthSpan, periodsOfSpan, readPeriodLabel } from './period-label.ts'
import { isBlankTarget, type ReadTarget, readTarget } from './read-target.ts'
import { sourceOf } from './source-of.ts'
import type { TableNote, TableNoteCode } from './table-note.ts'
import { TARGET_WORDS, type TargetWord } from './target-words.ts'

type Made = { goals: Goal[]; notes: TableNote[] }

const SALES = TARGET_WORDS.at(-1) as TargetWord

const place = (row: TableRow): string => {
  const source = sourceOf(row, 'target')
  return source ? `${source.file}${source.sheet ? ` ${source.sheet}` : ''} ${source.row}` : ''
}

function newGoal(row: TableRow, word: TargetWord, period: Period, target: number | null): Goal {
  return plainGoal({
    id: goalId(word.metric, period, {}, new Set()),
    metric: word.metric,
    period,
    target,
    direction: word.direction,
    dimension: word.dimension,
    note: [place(row), row.target]
      .filter((text) => text !== '')
      .join(' · ')
      .slice(0, 500),
  })
}

const TEXTS: Readonly<Partial<Record<TableNoteCode, { zh: string; en: string }>>> = {
  blank_target: {
    zh: '这一期没有填目标；已建为“待定”，可按去年走势分解后确认',
    en: 'No target is given for this period; it stands as unset and can be spread by the shape of last year',
  },
  rate_without_base: {
    zh: '百分比没有写明基准（占什么、比哪一期），不能当目标；请补充',
    en: 'The percentage does not say of what or against which period, so it is no target; say which',
  },
  target_unclear: {
    zh: '读不懂这一项目标，原文保留在表里；请改写为“指标 数值”',
    en: 'This target was not understood and stays as text; write it as metric and figure',
  },
  span_split: {
    zh: '这一行跨多个季度或月份，合计目标不能直接落到其中一期；各期已建为“待定”，请拆分',
    en: 'The row covers several periods; its total belongs to none of them. Each stands as unset; split it',
  },
}

function note(row: TableRow, code: TableNoteCode, text: string): TableNote {
  const words = TEXTS[code] ?? { zh: '', en: '' }
  return { code, source: sourceOf(row, 'target'), text, messageZh: words.zh, messageEn: words.en }
}

const spanOf = (row: TableRow): MonthSpan | null =>
  row.label === undefined ? null : (readPeriodLabel(row.label, Number(row.period.slice(0, 4)))?.span ?? null)

/** The periods that a row stands for: its own, or all that its label names. */
export const periodsOfRow = (row: TableRow): Period[] => {
  const span = spanOf(row)
  return span ? periodsOfSpan(span) : [row.period]
}

const refused = (row: TableRow, read: Extract<ReadTarget, { ok: false }>): TableNote =>
  note(row, read.reason === 'unclear' ? 'target_unclear' : 'rate_without_base', read.text)

/** "1月 20万 … 全年200万": an item that speaks of another period than its row. */
function ownPeriod(row: TableRow, text: string): Period {
  const year = Number(row.period.slice(0, 4))
  return /全年|年度总|年目标/.test(text) ? parsePeriod(String(year).padStart(4, '0')) : row.period
}

function rowGoals(row: TableRow): Made {
  const items = listItems(row.target).filter((item) => !isBlankTarget(item))
  const periods = periodsOfRow(row)
  const read = items.map(readTarget)
  const stated = read.filter((item) => item.ok)
  const notes = read.flatMap((item) => (item.ok ? [] : [refused(row, item)]))
  if (periods.length > 1) {
    const split = stated.length === 0 ? [] : [note(row, 'span_split', row.target)]
    return { goals: periods.map((period) => newGoal(row, SALES, period, null)), notes: [...notes, ...split] }
  }
  const goals = stated.map(({ word, value, text }) => newGoal(row, word, ownPeriod(row, text), value))
  if (goals.some(({ metric, period }) => metric === SALES.metric && period === row.period)) return { goals, notes }
  return {
    goals: [...goals, newGoal(row, SALES, row.period, null)],
    notes: [...notes, note(row, 'blank_target', row.target)],
  }
}

/** Of two goals on one cell the one with a figure counts; a second figure is a part of the same cell and says nothing new. */
function onePerCell(goals: readonly Goal[]): Goal[] {
  const cells = new Map<string, Goal>()
  for (const goal of goals) {
    const known = cells.get(goal.id)
    if (!known || (known.target === null && goal.target !== null)) cells.set(goal.id, goal)
  }
  return [...cells.values()]
}

const ADDITIVE: readonly string[] = ['paid', 'gmv']

const missingQuarters = (periods: readonly Period[]): Period[] => {
  const grains = new Set(periods.map(periodGrain))
  if (!grains.has('month') || !grains.has('quarter')) return []
  const months = periods.filter((period) => periodGrain(period) === 'month')
  const quarters = months.map((month) => parsePeriod(`${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`))
  return [...new Set(quarters)].filter((quarter) => !periods.includes(quarter))
}

/** The year above its periods, and a quarter above months that stand beside quarters, so that every level is of one grain. */
function withParents(goals: readonly Goal[], year: number): Goal[] {
  const root = parsePeriod(String(year).padStart(4, '0'))
  return ADDITIVE.flatMap((metric) => {
    const own = goals.filter((goal) => goal.metric === metric)
    const [sample] = own
    if (!sample || own.every(({ period }) => period === root)) return own
    const blank = (period: Period): Goal => ({
      ...sample,
      id: goalId(metric, period, {}, new Set()),
      period,
      target: null,
      note: '',
    })
    const needsRoot = own.some(({ target }) => target === null) && !own.some(({ period }) => period === root)
    const tree = [
      ...(needsRoot ? [blank(root)] : []),
      ...own,
      ...missingQuarters(own.map(({ period }) => period)).map(blank),
    ]
    return tree.map((goal) => underParent(goal, tree))
  })
}

/** The smallest period of the tree that holds the goal's own. */
function underParent(goal: Goal, tree: readonly Goal[]): Goal {
  const wider = tree.filter(({ period }) => period !== goal.period && periodHolds(period, goal.period))
  const parent = wider.find((candidate) => wider.every((other) => periodHolds(other.period, candidate.period)))
  return parent ? { ...goal, parentId: parent.id, axis: 'period' } : goal
}

/**
 * The goals of a table: every figure of a target cell, an unset sales goal for every period without one, the year as their root
 * where it is stated or needed to spread from.
 */
export function deriveGoals(rows: readonly TableRow[], year: number): Made {
  const made = rows.map(rowGoals)
  const goals = onePerCell(made.flatMap((row) => row.goals))
  const others = goals.filter(({ metric }) => !ADDITIVE.includes(metric))
  return { goals: [...withParents(goals, year), ...others], notes: made.flatMap((row) => row.notes) }
}
