import { DownloadOutlined, LeftOutlined, PlusOutlined, RightOutlined, UploadOutlined } from '@ant-design/icons'
import type { CalendarYear } from '@zhanggui/contract'
import { Button, Segmented, Select, Space } from 'antd'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useFormat } from '../../../format/use-format.ts'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { PageHeader } from '../../../parts/page-header.tsx'
import { daysBetween } from '../../../range/day-arithmetic.ts'
import { OPEN_IMPORT, OPEN_OCCASION, OPEN_TEMPLATES } from './calendar-drawers.tsx'
import styles from './calendar-header.module.css'
import { type CalendarState, isView, VIEWS } from './calendar-state.ts'
import { strings } from './strings.ts'
import { icsPath, usePlans } from './use-calendar.ts'

type Props = { state: CalendarState; calendar: CalendarYear | undefined }

/** The answer first: what is next. Then which year, which view, which plan. */
export function CalendarHeader({ state, calendar }: Props) {
  const t = useStrings(strings)
  return (
    <>
      <PageHeader title={t.title} lead={calendar && <Lead calendar={calendar} />} actions={<Actions state={state} />} />
      <div className={styles.bar}>
        <YearStepper year={state.year} />
        <ViewChoice state={state} />
        <PlanChoice state={state} />
      </div>
    </>
  )
}

function Lead({ calendar }: { calendar: CalendarYear }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const format = useFormat()
  const { occasions, today } = calendar
  const counted = occasions.filter((occasion) => occasion.counted)
  const running = counted.find(({ from, to }) => from <= today && today < to)
  const ahead = counted.find(({ mainDay }) => mainDay > today)
  const offset = running ? daysBetween(running.mainDay, today) : 0
  const next = running
    ? t.running(nameOf(running, language), `D${offset > 0 ? '+' : ''}${offset}`)
    : ahead
      ? t.next(nameOf(ahead, language), format.count(daysBetween(today, ahead.mainDay)))
      : t.nothingAhead
  return <>{t.lead(format.count(counted.length), next)}</>
}

function Actions({ state }: { state: CalendarState }) {
  const t = useStrings(strings)
  const store = useStoreId()
  const { set } = useSearchState()
  const mayWrite = usePermissions().includes('plan:write')
  return (
    <>
      <Button href={icsPath(store, state)} download icon={<DownloadOutlined aria-hidden />}>
        {t.exportIcs}
      </Button>
      {mayWrite && (
        <>
          <Button icon={<UploadOutlined aria-hidden />} onClick={() => set({ open: OPEN_IMPORT })}>
            {t.importIcs}
          </Button>
          {state.plan && <Button onClick={() => set({ open: OPEN_TEMPLATES })}>{t.templates}</Button>}
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => set({ open: OPEN_OCCASION })}>
            {t.newOccasion}
          </Button>
        </>
      )}
    </>
  )
}

function YearStepper({ year }: { year: number }) {
  const t = useStrings(strings)
  const { set } = useSearchState()
  const go = (next: number) => set({ year: String(next), day: null, rows: null }, { replace: true })
  return (
    <Space.Compact>
      <Button aria-label={t.previousYear} icon={<LeftOutlined aria-hidden />} onClick={() => go(year - 1)} />
      <span className={styles.year}>{t.yearOf(String(year))}</span>
      <Button aria-label={t.nextYear} icon={<RightOutlined aria-hidden />} onClick={() => go(year + 1)} />
    </Space.Compact>
  )
}

function ViewChoice({ state }: { state: CalendarState }) {
  const t = useStrings(strings)
  const { set } = useSearchState()
  return (
    <Segmented
      aria-label={t.views}
      value={state.view}
      options={VIEWS.map((view) => ({ value: view, label: t[view] }))}
      onChange={(view) => isView(view) && set({ view: view === 'year' ? null : view })}
    />
  )
}

const NO_PLAN = ''

function PlanChoice({ state }: { state: CalendarState }) {
  const t = useStrings(strings)
  const store = useStoreId()
  const plans = usePlans(store).data ?? []
  const { set } = useSearchState()
  if (plans.length === 0 && !state.plan) return null
  const choose = (id: string) => {
    const plan = plans.find((known) => known.id === id)
    set({ plan: id || null, ...(plan ? { year: String(plan.year), day: null } : {}), rows: null })
  }
  return (
    <Select
      aria-label={t.plan}
      className={styles.plan ?? ''}
      value={state.plan ?? NO_PLAN}
      onChange={choose}
      options={[{ value: NO_PLAN, label: t.noPlan }, ...plans.map(({ id, name }) => ({ value: id, label: name }))]}
    />
  )
}
