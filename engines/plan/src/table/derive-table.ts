import type { Period } from '@zhanggui/kernel'
import { cents } from '@zhanggui/kernel'
import type { PlanRequest, PlanTask, TableRow } from '../plan.ts'
import { findPractices } from '../scan/index.ts'
import { deriveGoals, periodsOfRow } from './derive-goals.ts'
import { type Derived, derivedId } from './derived.ts'
import { listItems } from './list-items.ts'
import { promotionCost } from './promotion-cost.ts'
import { readFigures } from './read-figures.ts'
import { foldSameLength } from './same-length.ts'
import { requestKindOf, sideOf, teamOf } from './sort-words.ts'
import { sourceOf } from './source-of.ts'
import type { TableNote } from './table-note.ts'
import { namedTools, type ToolWorld, toolNotes } from './tool-notes.ts'

const TITLE_MAX = 300

type Column = 'strategy' | 'pageDesign' | 'dailyPromotion' | 'merchantCooperation'
const COLUMNS: readonly Column[] = ['strategy', 'pageDesign', 'dailyPromotion', 'merchantCooperation']

/** One item of a cell with its place. */
type Item = { row: TableRow; column: Column; period: Period; text: string; id: string }

/** A practice that the law or the platform forbids stays in the table as its author wrote it, and becomes nothing. */
const prohibited = ({ row, column, text }: Item): TableNote => ({
  code: 'prohibited_kept',
  source: sourceOf(row, column),
  text,
  messageZh: '这一项含违规做法，没有生成任务、事项或预算；原文保留在表里，请到“体检”查看合规替代做法',
  messageEn:
    'This asks for a prohibited practice, so nothing was made of it; the text stays in the table, see the plan check',
})

function taskOf(item: Item, column: Exclude<Column, 'merchantCooperation'>, world: ToolWorld): PlanTask {
  const folded = foldSameLength(item.text)
  const { mappings } = namedTools(item.text, world)
  const tools = mappings.map(({ from, to }) => `${from} → ${to ?? '？'}`).join('；')
  const whole = item.text.length > TITLE_MAX ? item.text : ''
  return {
    id: item.id,
    title: item.text.slice(0, TITLE_MAX),
    detail: [whole, tools].filter((text) => text !== '').join('\n'),
    period: item.period,
    side: sideOf(folded),
    team: teamOf(column, folded),
    owner: null,
    startDay: null,
    dueDay: null,
    baselineStartDay: null,
    baselineDueDay: null,
    dependsOn: [],
    eventId: null,
    templateId: null,
    evidence: '',
    done: false,
    source: sourceOf(item.row, column),
  }
}

function requestOf(item: Item): PlanRequest {
  const amount = readFigures(item.text).find((figure) => figure.kind === 'amount' && figure.hasUnit)
  return {
    id: item.id,
    kind: requestKindOf(foldSameLength(item.text)),
    text: item.text,
    period: item.period,
    amountCents: amount ? cents(amount.value) : null,
    dueDay: null,
    owner: null,
    source: sourceOf(item.row, item.column),
  }
}

/** Money first: an item of the promotion column that states a cost is a rule or a line, and no task beside it. */
function deriveItem(item: Item, world: ToolWorld, into: Derived): void {
  if (findPractices(item.text).length > 0) {
    into.notes.push(prohibited(item))
    return
  }
  const { names, mappings } = namedTools(item.text, world)
  into.notes.push(...toolNotes(mappings, item.text, sourceOf(item.row, item.column)))
  if (item.column === 'merchantCooperation') {
    into.requests.push(requestOf(item))
    return
  }
  const cost = item.column === 'pageDesign' ? null : promotionCost(item.text, { period: item.period, channels: names })
  if (cost?.kind === 'rule') into.rules.push({ id: item.id, ...cost.rule })
  else if (cost?.kind === 'line') into.lines.push({ id: item.id, ...cost.line })
  else into.tasks.push(taskOf(item, item.column, world))
}

/** Work over several periods is due with the last of them. */
function itemsOf(row: TableRow): Item[] {
  const period = periodsOfRow(row).at(-1) ?? row.period
  return COLUMNS.flatMap((column) =>
    listItems(row[column]).map((text, index) => ({
      row,
      column,
      period,
      text,
      id: derivedId(row.id, column, index + 1),
    })),
  )
}

/**
 * What the cells of a table become: targets → goals, strategy, page and promotion cells → tasks, costs → budget lines and stage
 * rules, merchant cells → requests. Bought orders and their like become nothing. Same rows, same objects, same ids.
 */
export function deriveTable(rows: readonly TableRow[], world: ToolWorld & { year: number }): Derived {
  const { goals, notes } = deriveGoals(rows, world.year)
  const into: Derived = { goals, tasks: [], requests: [], lines: [], rules: [], notes: [...notes] }
  for (const item of rows.flatMap(itemsOf)) deriveItem(item, world, into)
  return into
}
