import type { OrderLine } from '@zhanggui/contract'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { FigureStrip, FigureTile, FigureWords } from '../../../parts/figure-strip.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { strings } from './strings.ts'
import { useOrderLine } from './use-load.ts'

const HEIGHT = 84
/** Longer waits are said in minutes. */
const SECONDS_MAX = 120

/** Who waits before orders just now, and how fast they are let in. */
export function LinePanel() {
  const t = useStrings(strings)
  const query = useOrderLine(useStoreId())
  return (
    <Panel<OrderLine> title={t.line} note={t.lineNote} query={query} height={HEIGHT}>
      {(line) => <LineFigures line={line} />}
    </Panel>
  )
}

function LineFigures({ line }: { line: OrderLine }) {
  const t = useStrings(strings)
  const format = useFormat()
  const { waiting, called, issued, waitSeconds, perSecond, showUp, underWay, atOnce, lotSeconds } = line
  const lot = lotSeconds === null ? t.inTurn : t.lotOpen(lotSeconds.toFixed(1))
  const wait =
    waitSeconds > SECONDS_MAX
      ? t.minutes(format.count(Math.ceil(waitSeconds / 60)))
      : t.seconds(format.count(waitSeconds))
  return (
    <FigureStrip label={t.line}>
      <FigureTile
        label={t.waiting}
        value={t.people(format.count(waiting))}
        exact={waiting}
        tone={waiting > 0 ? 'warn' : undefined}
      >
        <FigureWords>{waiting > 0 ? lot : t.emptyLine}</FigureWords>
      </FigureTile>
      <FigureTile label={t.newcomer} value={wait} exact={waitSeconds} />
      <FigureTile label={t.called} value={issued > 0 ? t.number(format.count(called)) : '–'} exact={called}>
        {issued > 0 && <FigureWords>{t.issued(format.count(issued))}</FigureWords>}
      </FigureTile>
      <FigureTile label={t.fits} value={perSecond === null ? '–' : t.perSecond(perSecond.toFixed(1))} exact={perSecond}>
        <FigureWords>
          {perSecond === null ? t.neverFull : t.atOnce(format.count(underWay), format.count(atOnce))}
        </FigureWords>
      </FigureTile>
      <FigureTile label={t.showUp} value={showUp === null ? '–' : format.percent(showUp)} exact={showUp}>
        <FigureWords>{t.showUpNote}</FigureWords>
      </FigureTile>
    </FigureStrip>
  )
}
