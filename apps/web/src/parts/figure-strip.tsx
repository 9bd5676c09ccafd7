import type { ReactNode } from 'react'
import styles from './figure-strip.module.css'

/** The few figures that answer a page's question, side by side; two a row on a phone. */
export const FigureStrip = ({ label, children }: { label?: string; children: ReactNode }) => (
  <section className={styles.strip} {...(label ? { 'aria-label': label } : {})}>
    {children}
  </section>
)

type FigureTileProps = {
  label: string
  /** As it is shown; `exact` is the unrounded figure behind it, `title` what hovering says. */
  value: string
  exact?: number | null | undefined
  title?: string
  tone?: 'bad' | 'warn' | undefined
  children?: ReactNode
}

/** One figure: what it is, how much, and what is to be said of it. */
export const FigureTile = ({ label, value, exact, title, tone, children }: FigureTileProps) => (
  <div className={styles.tile}>
    <span className={styles.label}>{label}</span>
    <span
      className={`${styles.value} ${tone ? styles[tone] : ''}`}
      data-value={exact ?? ''}
      {...(title ? { title } : {})}
    >
      {value}
    </span>
    {children}
  </div>
)

/** Small words under a figure. */
export const FigureWords = ({ children }: { children: ReactNode }) => <span className={styles.note}>{children}</span>

/** Words that hold figures together: they go to the next line as a whole. */
export const Unbroken = ({ children }: { children: ReactNode }) => <span className={styles.whole}>{children}</span>
