import { Input } from 'antd'
import { type KeyboardEvent, useState } from 'react'
import { useStrings } from '../../../../locale/strings.ts'
import styles from './cell-text.module.css'
import { tableStrings } from './strings.ts'

const LENGTH_MAX = 5000

type Props = { text: string; label: string; editable: boolean; onCommit: (text: string) => void }

/** A cell's text; a click or Enter opens it, Esc gives up, leaving it keeps what was typed. */
export function CellText({ text, label, editable, onCommit }: Props) {
  const t = useStrings(tableStrings)
  const [typed, setTyped] = useState<string | null>(null)
  if (typed !== null)
    return (
      <CellInput
        label={label}
        value={typed}
        onType={setTyped}
        onLeave={(keep) => {
          setTyped(null)
          if (keep && typed !== text) onCommit(typed)
        }}
      />
    )
  if (!editable) return <span className={styles.text}>{text}</span>
  return (
    <button type="button" className={styles.button} aria-label={`${label} ${text}`} onClick={() => setTyped(text)}>
      {text === '' ? <span className={styles.blank}>{t.blank}</span> : text}
    </button>
  )
}

type InputProps = { label: string; value: string; onType: (text: string) => void; onLeave: (keep: boolean) => void }

function CellInput({ label, value, onType, onLeave }: InputProps) {
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onLeave(false)
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onLeave(true)
  }
  return (
    <Input.TextArea
      aria-label={label}
      autoFocus
      autoSize={{ minRows: 2 }}
      maxLength={LENGTH_MAX}
      value={value}
      onChange={(event) => onType(event.target.value)}
      onBlur={() => onLeave(true)}
      onKeyDown={onKey}
    />
  )
}
