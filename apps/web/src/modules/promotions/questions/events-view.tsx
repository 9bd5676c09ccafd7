import type { EventsQualified } from '@zhanggui/contract'
import { Button, InputNumber } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { Problem } from '../../../parts/problem.tsx'
import stack from '../../../parts/stack.module.css'
import type { PromotionProps } from '../design/designer.tsx'
import { useCreatePromotion } from '../use-promotions.ts'
import styles from './questions.module.css'
import { strings } from './strings.ts'
import { useEvents } from './use-questions.ts'

const HEIGHT = 320
/** As many as are shown of what is missing for one event. */
const SHOWN = 8

type Event = EventsQualified['events'][number]

/** Which channel events the promotion could enter as it stands, and what is missing for the others. */
export default function EventsView({ at, promotion }: PromotionProps) {
  const t = useStrings(strings)
  const [units, setUnits] = useState(1)
  const limit = (
    <InputNumber
      aria-label={t.unitsPerBuyer}
      addonBefore={t.unitsPerBuyer}
      min={1}
      max={1000}
      precision={0}
      value={units}
      onChange={(value) => setUnits(value ?? 1)}
    />
  )
  return (
    <Panel<EventsQualified>
      title={t.events}
      note={t.eventsNote}
      extra={limit}
      query={useEvents(at, units)}
      height={HEIGHT}
      isEmpty={({ goods }) => goods.length === 0}
      empty={<EmptyState title={t.eventsEmpty} text={t.eventsEmptyText} />}
    >
      {({ events, goods, from, until }) => (
        <div className={stack.stack}>
          {events.map((event) => (
            <EventCard
              key={event.event}
              event={event}
              at={at}
              goods={goods.length}
              body={{ name: promotion.name, from, until }}
            />
          ))}
        </div>
      )}
    </Panel>
  )
}

type CardProps = Pick<PromotionProps, 'at'> & {
  event: Event
  goods: number
  body: { name: string; from: string; until: string }
}

function EventCard({ event, at, body, goods }: CardProps) {
  const t = useStrings(strings)
  const language = useLanguage()
  const format = useFormat()
  const { bounds, missing, fitting, rules } = event
  const asks = t.bounds({
    share: format.percent(bounds.priceShareBp / 10_000),
    goods: `${bounds.goods.min}–${bounds.goods.max}`,
    stock: format.count(bounds.stockMin),
    hours: `${bounds.hours.min}–${bounds.hours.max}`,
    units: format.count(bounds.unitsPerBuyerMax),
  })
  return (
    <Card
      title={event[language]}
      note={asks}
      extra={
        rules.length > 0 ? (
          <EnterButton event={event} at={at} body={body} />
        ) : (
          <span className={styles.bad}>{t.notYetIn}</span>
        )
      }
    >
      {missing.length > 0 && <p>{t.fitting(format.count(fitting.length), format.count(goods))}</p>}
      {missing.length === 0 ? (
        <p>{t.qualifies}</p>
      ) : (
        <ul className={styles.list}>
          {missing.slice(0, SHOWN).map((one) => (
            <li key={`${one.code}/${one.skuId}/${one.en}`}>{one[language]}</li>
          ))}
          {missing.length > SHOWN && <li>{t.more(format.count(missing.length - SHOWN))}</li>}
        </ul>
      )}
    </Card>
  )
}

/** An entry is a promotion of its own, checked and approved like any other. */
function EnterButton({ event, at, body }: Omit<CardProps, 'goods'>) {
  const t = useStrings(strings)
  const language = useLanguage()
  const navigate = useNavigate()
  const create = useCreatePromotion(at.store)
  const mayWrite = usePermissions().includes('plan:write')
  if (!mayWrite) return null
  const enter = () =>
    create.mutate(
      { ...body, name: `${event[language]} · ${body.name}`, rules: event.rules },
      { onSuccess: ({ id }) => void navigate(`/stores/${at.store}/promotions/${id}`) },
    )
  return (
    <>
      <Button type="primary" loading={create.isPending} onClick={enter}>
        {t.enter}
      </Button>
      {create.error && <Problem compact error={create.error} />}
    </>
  )
}
