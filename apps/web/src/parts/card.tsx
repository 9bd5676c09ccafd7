import { type ReactNode, useId } from 'react'
import styles from './card.module.css'

export type CardProps = {
  title?: ReactNode
  note?: ReactNode
  extra?: ReactNode
  className?: string
  children: ReactNode
}

/** A titled surface. `note` says in small what the figures are; `extra` holds the card's own controls. */
export function Card({ title, note, extra, className = '', children }: CardProps) {
  const id = useId()
  return (
    <section className={`${styles.card} ${className}`} {...(title ? { 'aria-labelledby': id } : {})}>
      {(title || extra) && (
        <header className={styles.header}>
          <div className={styles.heading}>
            {title && (
              <h2 id={id} className={styles.title}>
                {title}
              </h2>
            )}
            {note && <p className={styles.note}>{note}</p>}
          </div>
          {extra && <div className={styles.extra}>{extra}</div>}
        </header>
      )}
      {children}
    </section>
  )
}
