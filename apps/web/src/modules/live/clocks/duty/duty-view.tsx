import type { DutyView as Duty } from '@zhanggui/contract'
import { useSearchState } from '../../../../app/use-search-state.ts'
import { useStoreTimeZone } from '../../../../app/use-store-time-zone.ts'
import { useStrings } from '../../../../locale/strings.ts'
import { FigureStrip, FigureTile, FigureWords } from '../../../../parts/figure-strip.tsx'
import { PanelBody } from '../../../../parts/panel.tsx'
import stack from '../../../../parts/stack.module.css'
import { useDuty } from '../use-clocks.ts'
import { useNow } from '../use-now.ts'
import { dutyStrings } from './duty-strings.ts'
import { LoadStrip } from './load-strip.tsx'
import { PageCard } from './page-card.tsx'
import { RotaCard } from './rota-card.tsx'
import { dayAfter, mondayOf } from './week.ts'

const HEIGHT = 480
const A_DAY = /^\d{4}-\d{2}-\d{2}$/

/** Who is on duty, whom a page has called, and whether the rota holds. */
export default function DutyView() {
  const timeZone = useStoreTimeZone()
  const { get } = useSearchState()
  const named = get('week')
  const monday = named !== null && A_DAY.test(named) ? named : mondayOf(Date.now(), timeZone)
  const duty = useDuty({ from: monday, to: dayAfter(monday, 7) })
  return (
    <PanelBody<Duty> query={duty} height={HEIGHT}>
      {(data) => <Body duty={data} monday={monday} arrivedAt={duty.dataUpdatedAt} />}
    </PanelBody>
  )
}

function Body({ duty, monday, arrivedAt }: { duty: Duty; monday: string; arrivedAt: number }) {
  const moment = useNow({ now: duty.now, arrivedAt })
  return (
    <div className={stack.stack}>
      <OnDuty duty={duty} />
      <LoadStrip />
      <PageCard pages={duty.pages} now={moment.now} />
      <RotaCard duty={duty} monday={monday} now={moment.now} />
    </div>
  )
}

function OnDuty({ duty }: { duty: Duty }) {
  const t = useStrings(dutyStrings)
  return (
    <FigureStrip label={t.now}>
      {duty.onDuty.map(({ level, people }) => (
        <FigureTile
          key={level}
          label={`${t.now} · ${t[level]}`}
          value={people.map(({ name, person }) => name ?? person).join('、') || t.nobody}
          tone={people.length === 0 && level === 'first' ? 'warn' : undefined}
        >
          {people.length === 0 && level === 'first' && <FigureWords>{t.nobodyFirst}</FigureWords>}
        </FigureTile>
      ))}
    </FigureStrip>
  )
}
