import { CaretDownOutlined, CaretRightOutlined } from '@ant-design/icons'
import type { EditGoals, Goal, GoalSum, GoalsView } from '@zhanggui/contract'
import { type ClipboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { type Format, useFormat } from '../../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../../locale/strings.ts'
import { figureToText } from '../figure-text.ts'
import { columnLabel } from '../goal-columns.ts'
import { type GoalLine, hasParts, lineName, openLines } from '../goal-lines.ts'
import { strings } from '../strings.ts'
import { TargetCell } from './target-cell.tsx'
import styles from './target-grid.module.css'
import { gridKeys, type Spot } from './use-grid-keys.ts'
import { ROW_PX, useWindow } from './use-window.ts'

const HEIGHT = 760

type Props = {
  view: GoalsView
  lines: readonly GoalLine[]
  columns: readonly string[]
  monthsWithDays: ReadonlySet<string>
  editable: boolean
  /** The goal that a link names. */
  node: string | null
  onNode: (goal: string | null) => void
  onEdit: (edits: EditGoals['edits']) => void
  onLock: (goal: string, locked: boolean) => void
  onPaste: (text: string, spot: Spot, lines: readonly GoalLine[]) => void
  onMonth: (month: string | null) => void
}

/** Lines by periods, like a sheet: arrows move, typing edits, L locks, a block can be pasted. */
export function TargetGrid(props: Props) {
  const { view, columns, node, onNode, editable } = props
  const t = useStrings(strings)
  const format = useFormat(view.currency)
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const lines = useMemo(() => openLines(props.lines, closed), [props.lines, closed])
  const [spot, setSpot] = useState<Spot>(() => spotOf(node, lines, columns) ?? { row: 0, column: 0 })
  const [typed, setTyped] = useState<string | null>(null)
  const scroll = useRef<HTMLDivElement>(null)
  const { shown, onScroll } = useWindow(lines.length, HEIGHT)
  useEffect(() => {
    const found = spotOf(node, lines, columns)
    if (found) setSpot(found)
  }, [node, lines, columns])
  useEffect(() => keepInView(scroll.current, spot.row), [spot.row])

  const goalAt = (at: Spot): Goal | undefined => lines[at.row]?.cells.get(columns[at.column] ?? '')
  const move = (next: Spot): void => {
    setTyped(null)
    setSpot(next)
    onNode(goalAt(next)?.id ?? null)
  }
  const unitAt = (at: Spot) => view.metrics.find((m) => m.id === lines[at.row]?.metric)?.unit ?? null
  const open = (text: string | null): void => {
    const goal = goalAt(spot)
    if (goal && editable && !goal.locked) setTyped(text ?? figureToText(goal.target, unitAt(spot), view.currency))
  }
  const lock = (): void => {
    const goal = goalAt(spot)
    if (goal && editable) props.onLock(goal.id, !goal.locked)
  }
  const take = (value: number | null): void => {
    const goal = goalAt(spot)
    setTyped(null)
    if (goal && goal.target !== value) props.onEdit([{ id: goal.id, target: value }])
  }
  const onPaste = (event: ClipboardEvent): void => {
    if (!editable || typed !== null) return
    event.preventDefault()
    props.onPaste(event.clipboardData.getData('text/plain'), spot, lines)
  }
  const toggle = (id: string): void =>
    setClosed((before) => (before.has(id) ? new Set([...before].filter((o) => o !== id)) : new Set([...before, id])))
  const sums = useMemo(() => Map.groupBy(view.sums, (s) => s.parent), [view.sums])
  return (
    <div ref={scroll} className={styles.scroll} onScroll={(e) => onScroll(e.currentTarget.scrollTop)}>
      <table
        className={styles.table}
        aria-label={t.tableLabel}
        aria-rowcount={lines.length + 1}
        aria-colcount={columns.length + 1}
        onKeyDown={gridKeys({ rows: lines.length, columns: columns.length, spot, move, open, lock })}
        onPaste={onPaste}
      >
        <Head {...props} format={format} />
        <tbody>
          <Spacer height={shown.before} />
          {lines.slice(shown.first, shown.last).map((line, i) => {
            const row = shown.first + i
            return (
              <Row
                key={line.id}
                line={line}
                row={row}
                columns={columns}
                parts={hasParts(props.lines, props.lines.indexOf(line))}
                closed={closed.has(line.id)}
                spot={spot.row === row ? spot : null}
                typed={typed}
                view={view}
                format={format}
                sums={sums}
                editable={editable}
                onToggle={() => toggle(line.id)}
                onSpot={move}
                onOpen={setTyped}
                onTake={take}
              />
            )
          })}
          <Spacer height={shown.after} />
        </tbody>
      </table>
    </div>
  )
}

function spotOf(node: string | null, lines: readonly GoalLine[], columns: readonly string[]): Spot | null {
  if (node === null) return null
  for (const [row, line] of lines.entries())
    for (const [period, goal] of line.cells)
      if (goal.id === node) {
        const column = columns.indexOf(period)
        return column < 0 ? null : { row, column }
      }
  return null
}

/** Rows outside the drawn window cannot be focused, so the window follows the row. */
function keepInView(element: HTMLDivElement | null, row: number): void {
  if (!element) return
  const [top, bottom] = [row * ROW_PX, (row + 2) * ROW_PX]
  if (top < element.scrollTop) element.scrollTop = top
  else if (bottom > element.scrollTop + element.clientHeight) element.scrollTop = bottom - element.clientHeight
}

const Spacer = ({ height }: { height: number }) => (height === 0 ? null : <tr aria-hidden style={{ height }} />)

function Head({ columns, monthsWithDays, onMonth, format }: Props & { format: Format }) {
  const t = useStrings(strings)
  const one = columns[0]?.length === 7 && columns.length > 1 && columns[1]?.length === 10
  return (
    <thead>
      <tr>
        <th scope="col" className={styles.first}>
          {t.line}{' '}
          {one && (
            <button type="button" className={styles.month} onClick={() => onMonth(null)}>
              {t.backToYear}
            </button>
          )}
        </th>
        {columns.map((period) => (
          <th key={period} scope="col">
            {monthsWithDays.has(period) && !one ? (
              <button
                type="button"
                className={styles.month}
                title={t.showDays(format.period(period))}
                onClick={() => onMonth(period)}
              >
                {columnLabel(period, columns, format)}
              </button>
            ) : (
              columnLabel(period, columns, format)
            )}
          </th>
        ))}
      </tr>
    </thead>
  )
}

type RowProps = {
  line: GoalLine
  row: number
  columns: readonly string[]
  parts: boolean
  closed: boolean
  spot: Spot | null
  typed: string | null
  view: GoalsView
  format: Format
  sums: ReadonlyMap<string, GoalSum[]>
  editable: boolean
  onToggle: () => void
  onSpot: (spot: Spot) => void
  onOpen: (typed: string | null) => void
  onTake: (value: number | null) => void
}

function Row(props: RowProps) {
  const { line, row, columns, parts, closed, spot, typed, view, format, sums, editable } = props
  const t = useStrings(strings)
  const language = useLanguage()
  const name = lineName(line, view, language, t.unknownValue)
  const unit = view.metrics.find((m) => m.id === line.metric)?.unit ?? null
  return (
    <tr className={styles.row} aria-rowindex={row + 2}>
      <th scope="row" className={styles.name}>
        <span className={styles.nameInner} style={{ paddingInlineStart: line.depth * 16 }}>
          {parts ? (
            <button
              type="button"
              className={styles.toggle}
              aria-expanded={!closed}
              aria-label={`${closed ? t.open : t.close} ${name}`}
              onClick={props.onToggle}
            >
              {closed ? <CaretRightOutlined aria-hidden /> : <CaretDownOutlined aria-hidden />}
            </button>
          ) : (
            <span className={styles.noToggle} />
          )}
          <span className={styles.nameText} title={name}>
            {name}
          </span>
        </span>
      </th>
      {columns.map((period, column) => {
        const goal = line.cells.get(period)
        const focused = spot?.column === column
        return (
          <TargetCell
            key={period}
            goal={goal}
            unit={unit}
            currency={view.currency}
            format={format}
            sums={goal ? (sums.get(goal.id) ?? []) : []}
            label={`${name} ${format.period(period)} ${format.exact(goal?.target ?? null, unit)}`}
            focused={focused}
            typed={focused ? typed : null}
            editable={editable}
            onFocus={() => props.onSpot({ row, column })}
            onOpen={props.onOpen}
            onClose={() => props.onOpen(null)}
            onTake={props.onTake}
          />
        )
      })}
    </tr>
  )
}
