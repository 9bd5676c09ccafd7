import { Progress } from 'antd'
import { useEffect, useEffectEvent } from 'react'
import { useLanguage, useStrings } from '../locale/strings.ts'
import styles from './demo-progress.module.css'
import { strings } from './strings.ts'
import { useSetupProgress } from './use-setup-progress.ts'

/** How far the demo shop is, for as long as it is being made. */
export function DemoProgress({ onReady }: { onReady?: () => void }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const { data } = useSetupProgress()
  const state = data?.state
  const ready = useEffectEvent(() => onReady?.())
  // Once for each time that it becomes ready, however often the page above is drawn.
  useEffect(() => {
    if (state === 'done') ready()
  }, [state])
  if (!data || data.state === 'idle' || (data.state === 'done' && !onReady)) return null
  const title = { running: t.demoCreating, done: t.demoReady, failed: t.demoFailed }[data.state]
  const detail = data.error
    ? language === 'zh'
      ? data.error.message
      : data.error.messageEn
    : language === 'zh'
      ? data.step
      : data.stepEn
  return (
    <section className={styles.progress} aria-live="polite">
      <strong>{title}</strong>
      <Progress
        percent={Math.floor(data.progress * 100)}
        size="small"
        status={data.state === 'failed' ? 'exception' : 'normal'}
        aria-label={title}
      />
      <span>{detail}</span>
      {data.state === 'running' && <span>{t.demoLater}</span>}
    </section>
  )
}
