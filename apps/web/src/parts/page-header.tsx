import type { ReactNode } from 'react'
import styles from './page-header.module.css'

/** Title, one sentence that says what the page answers, and the page's own actions. */
export function PageHeader({ title, lead, actions }: { title: string; lead?: ReactNode; actions?: ReactNode }) {
  return (
    <header className={styles.header}>
      <title>{`${title} · 掌柜`}</title>
      <div className={styles.words}>
        <h1 className={styles.title}>{title}</h1>
        {lead && <p className={styles.lead}>{lead}</p>}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </header>
  )
}
