import { Select } from 'antd'
import { useState } from 'react'
import styles from './editable-cell.module.css'

type Props<Value extends string> = {
  shown: string
  value: Value | null
  label: string
  editable: boolean
  /** May be emptied. */
  clearable?: boolean
  options: readonly { value: Value; label: string }[]
  onCommit: (value: Value | null) => void
}

/** A cell with a list of choices that opens on a click or Enter: a tree of thousands of lines holds one list, not thousands. */
export function EditableChoice<Value extends string>(props: Props<Value>) {
  const { shown, value, label, editable, clearable = false, options, onCommit } = props
  const [open, setOpen] = useState(false)
  if (!editable) return <span>{shown}</span>
  if (!open)
    return (
      <button type="button" className={styles.button} aria-label={`${label} ${shown}`} onClick={() => setOpen(true)}>
        {shown}
      </button>
    )
  return (
    <Select<Value>
      autoFocus
      defaultOpen
      size="small"
      className={styles.input ?? ''}
      aria-label={label}
      allowClear={clearable}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      value={value}
      options={[...options]}
      onChange={(chosen) => {
        setOpen(false)
        onCommit(chosen ?? null)
      }}
      onOpenChange={(isOpen) => setOpen(isOpen)}
      onBlur={() => setOpen(false)}
    />
  )
}
