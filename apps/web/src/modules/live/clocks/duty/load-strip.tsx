import type { LiveLoad } from '@zhanggui/contract'
import { duration } from '../../../../format/duration.ts'
import { useFormat } from '../../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../../locale/strings.ts'
import { FigureStrip, FigureTile, FigureWords } from '../../../../parts/figure-strip.tsx'
import { PanelBody } from '../../../../parts/panel.tsx'
import { useLoad } from '../use-clocks.ts'
import { dutyStrings } from './duty-strings.ts'

const HEIGHT = 116

/** How loaded the server is against what it can take: what people on duty look at first when something is slow. */
export const LoadStrip = () => (
  <PanelBody<LiveLoad> query={useLoad()} height={HEIGHT}>
    {(load) => <Strip load={load} />}
  </PanelBody>
)

const TONES = { calm: undefined, busy: 'warn', full: 'bad' } as const

function Strip({ load }: { load: LiveLoad }) {
  const t = useStrings(dutyStrings)
  const format = useFormat()
  const verdicts = { calm: t.loadCalm, busy: t.loadBusy, full: t.loadFull }
  const events = load.queues.find(({ id }) => id === 'events')
  return (
    <FigureStrip label={t.load}>
      <FigureTile label={t.load} value={verdicts[load.verdict]} tone={TONES[load.verdict]}>
        <FigureWords>{t.lastSeconds(format.count(load.seconds))}</FigureWords>
      </FigureTile>
      <FigureTile label={t.saturation} value={format.percent(load.saturation)} exact={load.saturation}>
        <FigureWords>{format.bytes(load.memoryBytes)}</FigureWords>
      </FigureTile>
      <Requests load={load} />
      {events && (
        <FigureTile label={t.eventsWaiting} value={format.count(events.waiting)} exact={events.waiting}>
          <FigureWords>{t.ofCapacity(format.count(events.capacity))}</FigureWords>
        </FigureTile>
      )}
    </FigureStrip>
  )
}

function Requests({ load: { requests, failures, seconds, p95Ms } }: { load: LiveLoad }) {
  const t = useStrings(dutyStrings)
  const format = useFormat()
  const language = useLanguage()
  const failing = requests === 0 ? '–' : format.percent(failures / requests)
  const perSecond = format.count(Math.round((requests / seconds) * 10) / 10)
  return (
    <FigureTile label={t.requests} value={t.perSecond(perSecond)} exact={requests}>
      <FigureWords>{`${t.failures} ${failing}`}</FigureWords>
      {p95Ms !== null && <FigureWords>{t.p95(duration(p95Ms / 1000, language))}</FigureWords>}
    </FigureTile>
  )
}
