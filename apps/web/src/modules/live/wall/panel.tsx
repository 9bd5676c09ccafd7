import type { ReactNode } from 'react'
import styles from './panel.module.css'

/** One field of the wall: its name, an aside, and what it shows. */
export function WallPanel({
  title,
  aside,
  area,
  children,
}: {
  title: string
  aside?: ReactNode
  area: string
  children: ReactNode
}) {
  return (
    <section className={styles.panel} style={{ gridArea: area }} aria-label={title}>
      <header className={styles.panelHead}>
        <h2>{title}</h2>
        {aside && <span className={styles.aside}>{aside}</span>}
      </header>
      {children}
    </section>
  )
}
