import { Modal } from 'antd'
import { useStrings } from '../locale/strings.ts'
import styles from './shortcut-help.module.css'
import { strings } from './strings.ts'

/** What the keyboard can do, opened by `?` or from the account menu. */
export function ShortcutHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useStrings(strings)
  return (
    <Modal open={open} title={t.shortcuts} onCancel={onClose} footer={null} width={480} destroyOnHidden>
      <dl className={styles.keys}>
        <Row keys={['⌘K', 'Ctrl K', '/']} text={t.keySearch} />
        <Row keys={['j', 'k']} text={t.keyRows} />
        <Row keys={['Enter']} text={t.keyOpen} />
        <Row keys={['Esc']} text={t.keyClose} />
        <Row keys={['← → ↑ ↓']} text={t.keyCells} />
        <Row keys={['L', 'Ctrl V']} text={t.keySheet} />
        <Row keys={['?']} text={t.keyHelp} />
      </dl>
    </Modal>
  )
}

const Row = ({ keys, text }: { keys: readonly string[]; text: string }) => (
  <div className={styles.row}>
    <dt>
      {keys.map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </dt>
    <dd>{text}</dd>
  </div>
)
