import { LockOutlined } from '@ant-design/icons'
import type { Goal, GoalSum, Unit } from '@zhanggui/contract'
import { Tooltip } from 'antd'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { changeOf } from '../../../../format/change.ts'
import type { Format } from '../../../../format/use-format.ts'
import { useStrings } from '../../../../locale/strings.ts'
import { figureFromText, figureToText } from '../figure-text.ts'
import { strings } from '../strings.ts'
import styles from './target-grid.module.css'

type Props = {
  goal: Goal | undefined
  unit: Unit | null
  currency: string
  format: Format
  sums: readonly GoalSum[]
  label: string
  focused: boolean
  /** A first letter that was typed on the cell, or null when it is not being edited. */
  typed: string | null
  editable: boolean
  onFocus: () => void
  onOpen: (typed: string) => void
  onClose: () => void
  onTake: (value: number | null) => void
}

/** One target: a click chooses it, Enter, a digit or a double click opens it. */
export function TargetCell(props: Props) {
  const { goal, focused, typed } = props
  const className = [styles.cell, focused ? styles.focused : '', goal?.locked ? styles.locked : ''].join(' ')
  return (
    <td className={className} data-value={goal?.target ?? ''} data-goal={goal?.id ?? ''}>
      {typed === null ? <Chosen {...props} /> : <Editor {...props} typed={typed} />}
    </td>
  )
}

/** The cell as a button, so that it takes the focus; only the chosen one is a stop of the Tab key. */
function Chosen(props: Props) {
  const { goal, focused, label, editable, unit, currency } = props
  const ref = useRef<HTMLButtonElement>(null)
  const wasFocused = useRef(false)
  useEffect(() => {
    // The first drawing of the page must not take the focus away from where the reader is.
    if (focused && wasFocused.current) ref.current?.focus()
    wasFocused.current = true
  }, [focused])
  return (
    <button
      type="button"
      ref={ref}
      aria-label={label}
      tabIndex={focused ? 0 : -1}
      className={styles.button}
      onClick={props.onFocus}
      onDoubleClick={() => goal && editable && !goal.locked && props.onOpen(figureToText(goal.target, unit, currency))}
    >
      {goal && <Shown {...props} goal={goal} />}
    </button>
  )
}

function Shown({ goal, unit, format, sums }: Props & { goal: Goal }) {
  const t = useStrings(strings)
  return (
    <Tooltip title={<Facts goal={goal} unit={unit} format={format} sums={sums} />} mouseEnterDelay={0.5}>
      <span className={styles.figure}>
        {sums.length > 0 && <span className={styles.badge} data-testid="residual" aria-hidden />}
        {goal.locked && <LockOutlined className={styles.lock ?? ''} aria-label={t.locked} />}
        {goal.target === null ? <span className={styles.blank}>–</span> : format.short(goal.target, unit)}
      </span>
    </Tooltip>
  )
}

/** The exact figure, last year's, and which of its sums do not hold. */
function Facts({ goal, unit, format, sums }: Pick<Props, 'unit' | 'format' | 'sums'> & { goal: Goal }): ReactNode {
  const t = useStrings(strings)
  const change = changeOf(goal.target, goal.baseline, unit)
  return (
    <>
      <div>{format.exact(goal.target, unit)}</div>
      {goal.baseline !== null && (
        <div>
          {t.lastYear} {format.exact(goal.baseline, unit)} {change && format.change(change)}
        </div>
      )}
      {sums.map((s) => (
        <div key={`${s.axis}${s.crossed}`}>{sumWords(s, unit, format, t)}</div>
      ))}
    </>
  )
}

type Words = { residual: (g: string) => string; excess: (g: string) => string; blanks: (n: string) => string }

export function sumWords(sum: GoalSum, unit: Unit | null, format: Format, t: Words): string {
  const gap = sum.gap ?? 0
  const parts = [
    gap > 0 ? t.residual(format.exact(gap, unit)) : '',
    gap < 0 ? t.excess(format.exact(-gap, unit)) : '',
    sum.blanks.length > 0 ? t.blanks(String(sum.blanks.length)) : '',
  ]
  return parts.filter((p) => p !== '').join('，')
}

function Editor({ typed, unit, currency, label, onClose, onTake }: Props & { typed: string }) {
  const t = useStrings(strings)
  const [text, setText] = useState(typed)
  const value = figureFromText(text, unit, currency)
  const onKey = (event: KeyboardEvent): void => {
    event.stopPropagation()
    if (event.key === 'Escape') onClose()
    if (event.key === 'Enter' && value !== undefined) onTake(value)
  }
  return (
    <input
      ref={(input) => input?.focus()}
      className={styles.input}
      aria-label={label}
      aria-invalid={value === undefined}
      title={value === undefined ? t.noFigure : undefined}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={onKey}
      onPaste={(event) => event.stopPropagation()}
      onBlur={() => (value === undefined ? onClose() : onTake(value))}
    />
  )
}
