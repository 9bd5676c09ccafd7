import type { ReactNode } from 'react'
import { useStrings } from '../locale/strings.ts'
import styles from './page-header.module.css'
import { strings } from './strings.ts'

/** Title, one sentence that says what the page answers, and the page's own actions. */
export function PageHeader({ title, lead, actions }: { title: string; lead?: ReactNode; actions?: ReactNode }) {
  const t = useStrings(strings)
  return (
    <header className={styles.header}>
      <title>{`${title} · ${t.product}`}</title>
      <div className={styles.words}>
        <h1 className={styles.title}>{title}</h1>
        {lead && <p className={styles.lead}>{lead}</p>}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </header>
  )
}
