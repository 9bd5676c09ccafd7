import { SnippetsOutlined, UndoOutlined } from '@ant-design/icons'
import { Button, Tag } from 'antd'
import { useStrings } from '../../../locale/strings.ts'
import styles from './tree-actions.module.css'
import { treeStrings } from './tree-strings.ts'

type Props = {
  dirty: boolean
  canUndo: boolean
  saving: boolean
  onPaste: () => void
  onUndo: () => void
  onSave: () => void
}

/** Paste, take back, save. */
export function TreeActions({ dirty, canUndo, saving, onPaste, onUndo, onSave }: Props) {
  const t = useStrings(treeStrings)
  return (
    <span className={styles.bar}>
      {dirty && <Tag color="warning">{t.dirty}</Tag>}
      <Button icon={<SnippetsOutlined aria-hidden />} onClick={onPaste}>
        {t.paste}
      </Button>
      <Button icon={<UndoOutlined aria-hidden />} disabled={!canUndo} onClick={onUndo}>
        {t.undo}
      </Button>
      <Button type="primary" disabled={!dirty} loading={saving} onClick={onSave}>
        {t.save}
      </Button>
    </span>
  )
}
