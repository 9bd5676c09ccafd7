import { Input, Tooltip } from 'antd'
import { type KeyboardEvent, useState } from 'react'
import styles from './editable-cell.module.css'

type Props = {
  /** As it is shown, and as it is edited. */
  shown: string
  text: string
  label: string
  editable: boolean
  /** What is wrong with a text; `null` when it can be taken. */
  fault?: (text: string) => string | null
  onCommit: (text: string) => void
}

/** A cell that a click or Enter opens; Enter takes what was typed, Esc gives up, a text that cannot be taken stays open. */
export function EditableCell({ shown, text, label, editable, fault = () => null, onCommit }: Props) {
  const [typed, setTyped] = useState<string | null>(null)
  if (!editable) return <span>{shown}</span>
  if (typed === null)
    return (
      <button type="button" className={styles.button} aria-label={`${label} ${shown}`} onClick={() => setTyped(text)}>
        {shown === '' ? <span className={styles.blank}>–</span> : shown}
      </button>
    )
  const wrong = fault(typed)
  const take = () => {
    if (wrong !== null) return
    setTyped(null)
    if (typed !== text) onCommit(typed)
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter') take()
    if (event.key === 'Escape') setTyped(null)
  }
  return (
    <Tooltip title={wrong} open={wrong !== null}>
      <Input
        autoFocus
        size="small"
        className={styles.input ?? ''}
        aria-label={label}
        status={wrong === null ? '' : 'error'}
        value={typed}
        // As in a sheet: what is typed replaces what was there.
        onFocus={(event) => event.target.select()}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => (wrong === null ? take() : setTyped(null))}
        onKeyDown={onKey}
      />
    </Tooltip>
  )
}
