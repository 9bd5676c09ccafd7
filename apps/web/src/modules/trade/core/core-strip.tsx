import type { CoreFigures } from '@zhanggui/contract'
import { Sparkline } from '../../../charts/sparkline.tsx'
import { micros } from '../../../format/micros.ts'
import { NO_VALUE } from '../../../format/signs.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { FigureStrip, FigureTile, FigureWords } from '../../../parts/figure-strip.tsx'
import { strings } from '../strings.ts'
import { useCourse } from './use-course.ts'

/** Pace and latency, what waits, and where the units are. */
export function CoreStrip({ figures }: { figures: CoreFigures }) {
  const t = useStrings(strings)
  const { count } = useFormat()
  const { stock, orders, queued, queueMax } = figures
  return (
    <FigureStrip label={t.title}>
      <Pace figures={figures} />
      <Latency latency={figures.latency} />
      <FigureTile
        label={t.queue}
        value={count(queued)}
        exact={queued}
        tone={queued > queueMax / 2 ? 'warn' : undefined}
      >
        <FigureWords>{t.queueNote(count(queueMax))}</FigureWords>
      </FigureTile>
      <FigureTile label={t.free} value={count(stock.free)} exact={stock.free}>
        <FigureWords>{t.freeNote(count(figures.items))}</FigureWords>
      </FigureTile>
      <FigureTile label={t.reserved} value={count(stock.held + stock.locked)} exact={stock.held + stock.locked}>
        <FigureWords>{t.heldNote(count(orders.held + orders.locked))}</FigureWords>
      </FigureTile>
      <FigureTile label={t.sold} value={count(stock.sold)} exact={stock.sold}>
        <FigureWords>{t.soldNote(count(orders.sold))}</FigureWords>
      </FigureTile>
    </FigureStrip>
  )
}

function Pace({ figures }: { figures: CoreFigures }) {
  const t = useStrings(strings)
  const { count } = useFormat()
  const { decidedPerSecond, accepted, refused, at } = figures
  const course = useCourse(decidedPerSecond, at)
  return (
    <FigureTile label={t.pace} value={count(Math.round(decidedPerSecond))} exact={decidedPerSecond}>
      {course.length > 2 && <Sparkline values={course} />}
      <FigureWords>{t.paceNote(count(accepted), count(refused))}</FigureWords>
    </FigureTile>
  )
}

function Latency({ latency }: { latency: CoreFigures['latency'] }) {
  const t = useStrings(strings)
  const language = useLanguage()
  return (
    <FigureTile
      label={t.latency}
      value={latency ? micros(latency.p99Us, language) : NO_VALUE}
      exact={latency?.p99Us}
      title={t.latencyTitle}
    >
      <FigureWords>
        {latency ? t.latencyNote(micros(latency.p50Us, language), micros(latency.maxUs, language)) : t.idle}
      </FigureWords>
    </FigureTile>
  )
}
