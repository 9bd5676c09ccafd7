import type { PlanDocument } from '@zhanggui/contract'
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useStrings } from '../../../locale/strings.ts'
import { DocumentBlockView } from '../plan-document/document-block.tsx'
import { keyedBlocks } from '../plan-document/keyed-blocks.ts'
import type { DocumentPlace } from '../plan-document/use-document.ts'
import styles from './presentation.module.css'
import { pagesOf } from './presentation-pages.ts'
import { strings } from './strings.ts'

type Props = { document: PlanDocument; at: DocumentPlace; onEnd: () => void }

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, PageDown: 1, ' ': 1, ArrowLeft: -1, PageUp: -1 }

/** Arrow keys turn pages; Esc, or leaving full screen, ends. */
function useTurning(count: number, onEnd: () => void) {
  const [page, setPage] = useState(0)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const step = STEPS[event.key]
      if (event.key === 'Escape') onEnd()
      if (step === undefined) return
      event.preventDefault()
      setPage((now) => Math.min(count - 1, Math.max(0, now + step)))
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [count, onEnd])
  return { page, setPage }
}

/** The report page by page on the whole screen. */
export function Presentation({ document: report, at, onEnd }: Props) {
  const t = useStrings(strings)
  const frame = useRef<HTMLDivElement>(null)
  const pages = pagesOf(report)
  const { page, setPage } = useTurning(pages.length, onEnd)
  useEffect(() => {
    // A browser that refuses full screen still shows the pages over everything.
    frame.current?.requestFullscreen().catch(() => undefined)
    const onLeave = () => !document.fullscreenElement && onEnd()
    document.addEventListener('fullscreenchange', onLeave)
    return () => {
      document.removeEventListener('fullscreenchange', onLeave)
      if (document.fullscreenElement) void document.exitFullscreen()
    }
  }, [onEnd])
  const shown = pages[page]
  return (
    <div ref={frame} className={styles.frame} role="dialog" aria-label={report.title}>
      <div className={styles.page}>
        <p className={styles.chapter}>{shown?.chapter ?? report.subtitle}</p>
        <h2>{shown?.title}</h2>
        {keyedBlocks(shown?.blocks ?? []).map(({ key, block }) => (
          <DocumentBlockView key={`${page}-${key}`} block={block} at={at} currency={report.currency} />
        ))}
      </div>
      <footer className={styles.footer}>
        <Button size="small" disabled={page === 0} onClick={() => setPage(page - 1)}>
          {t.previous}
        </Button>
        <span data-testid="page">{`${page + 1} / ${pages.length}`}</span>
        <Button size="small" disabled={page === pages.length - 1} onClick={() => setPage(page + 1)}>
          {t.next}
        </Button>
        <span className={styles.help}>{t.presentHelp}</span>
      </footer>
    </div>
  )
}
