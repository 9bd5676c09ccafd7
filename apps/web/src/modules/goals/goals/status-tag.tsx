import type { AttainmentRow } from '@zhanggui/contract'
import { useStrings } from '../../../locale/strings.ts'
import styles from './status-tag.module.css'
import { strings } from './strings.ts'

/** 达成 / 有风险 / 落后, in a colour and a word. */
export function StatusTag({ status }: { status: AttainmentRow['status'] }) {
  const t = useStrings(strings)
  return <span className={`${styles.tag} ${styles[status] ?? ''}`}>{t[status]}</span>
}
