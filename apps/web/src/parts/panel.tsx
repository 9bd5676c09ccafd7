import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { useStrings } from '../locale/strings.ts'
import { Card, type CardProps } from './card.tsx'
import { EmptyState } from './empty-state.tsx'
import styles from './panel.module.css'
import { Problem } from './problem.tsx'
import { strings } from './strings.ts'

/** What the panel needs of a `useQuery` result. */
type Query<T> = { data: T | undefined; error: Error | null; isPlaceholderData: boolean; refetch: () => unknown }

type PanelProps<T> = Omit<CardProps, 'children'> & {
  query: Query<T>
  /** Height of the content in pixels, held while it loads, so that nothing moves when it arrives. */
  height: number
  isEmpty?: (data: T) => boolean
  empty?: ReactNode
  children: (data: T) => ReactNode
}

/**
 * The one panel for anything that is fetched: a skeleton of the final size, then the content, an empty state that teaches,
 * or the error with a retry. While a new answer is on its way the old one stays, paler.
 */
export function Panel<T>({ query, height, isEmpty, empty, children, ...card }: PanelProps<T>) {
  return (
    <Card {...card}>
      <PanelBody query={query} height={height} {...(isEmpty ? { isEmpty } : {})} empty={empty}>
        {children}
      </PanelBody>
    </Card>
  )
}

/** A body whose content brings its own page header; until it is there, while it loads or fails, `header` stands in its place. */
export function HeadedBody<T>({ header, ...body }: BodyProps<T> & { header: ReactNode }) {
  return (
    <>
      {body.query.data === undefined && header}
      <PanelBody {...body} />
    </>
  )
}

type BodyProps<T> = Pick<PanelProps<T>, 'query' | 'height' | 'isEmpty' | 'empty' | 'children'>

/** The same without the card, for content that has its own surface. */
export function PanelBody<T>({ query, height, isEmpty, empty, children }: BodyProps<T>) {
  const t = useStrings(strings)
  const { data, error } = query
  if (data !== undefined && !(error && query.isPlaceholderData)) {
    const content = isEmpty?.(data) ? (empty ?? <EmptyState title={t.nothing} text={t.nothingText} />) : children(data)
    return (
      <div className={styles.body} data-stale={query.isPlaceholderData || undefined} style={{ minHeight: height }}>
        {content}
      </div>
    )
  }
  if (error) {
    return (
      <div className={styles.body} style={{ minHeight: Math.min(height, 400) }}>
        <Problem error={error} onRetry={() => void query.refetch()} />
      </div>
    )
  }
  return (
    <div className={styles.body} style={{ minHeight: height }} aria-busy="true">
      <span className="visually-hidden">{t.loading}</span>
      <Skeleton.Node active style={{ width: '100%', height }} className={styles.skeleton ?? ''} />
    </div>
  )
}
