import type { PeoplePlan, StaffedPosition } from '@zhanggui/contract'
import { Button, Tag } from 'antd'
import { Link } from 'react-router'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { FigureStrip, FigureTile, FigureWords } from '../../../parts/figure-strip.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { taskStrings } from '../../goals/plans/tasks/strings.ts'
import { strings } from './strings.ts'
import { usePeoplePlan } from './use-staffing.ts'

const HEIGHT = 280
const COLOURS = { enough: 'green', planShort: 'red', hiring: 'gold' } as const

/** Positions with the people that their hours take, what is short first. */
export function PositionsPanel({ store }: { store: string }) {
  const t = useStrings(strings)
  const add = (
    <Link to={`/stores/${store}/admin/resources/positions`}>
      <Button tabIndex={-1}>{t.add}</Button>
    </Link>
  )
  return (
    <Panel<PeoplePlan>
      title={t.positions}
      note={t.positionsNote}
      extra={add}
      query={usePeoplePlan(store)}
      height={HEIGHT}
      isEmpty={({ positions }) => positions.length === 0}
      empty={<EmptyState title={t.none} text={t.noneText} action={add} />}
    >
      {(plan) => (
        <>
          <Answer plan={plan} />
          <Positions plan={plan} />
        </>
      )}
    </Panel>
  )
}

function Answer({ plan: { planned, hired, missingSkills } }: { plan: PeoplePlan }) {
  const t = useStrings(strings)
  const format = useFormat()
  const open = Math.max(0, planned - hired)
  return (
    <FigureStrip label={t.title}>
      <FigureTile label={t.planned} value={format.count(planned)} exact={planned} />
      <FigureTile label={t.hired} value={format.count(hired)} exact={hired} />
      <FigureTile label={t.open} value={format.count(open)} exact={open} tone={open > 0 ? 'warn' : undefined} />
      <FigureTile
        label={t.missingSkills}
        value={format.count(missingSkills.length)}
        exact={missingSkills.length}
        tone={missingSkills.length > 0 ? 'bad' : undefined}
      >
        <FigureWords>{missingSkills.join('、') || t.noMissing}</FigureWords>
      </FigureTile>
    </FigureStrip>
  )
}

function Positions({ plan: { positions, currency } }: { plan: PeoplePlan }) {
  const t = useStrings(strings)
  const teams = useStrings(taskStrings)
  const format = useFormat(currency)
  const counted = (key: 'planned' | 'hired'): Column<StaffedPosition> => ({
    key,
    title: t[key],
    numeric: true,
    render: (place) => <span data-value={place[key]}>{format.count(place[key])}</span>,
  })
  const hoursOf = ({ hoursWeek, seats }: StaffedPosition): string =>
    hoursWeek === null ? '' : t.hours(format.count(hoursWeek), format.count(seats))
  const columns: Column<StaffedPosition>[] = [
    { key: 'position', title: t.position, render: ({ position }) => position },
    { key: 'team', title: t.team, render: ({ team }) => teams[`team_${team}`] },
    { key: 'skills', title: t.skills, render: ({ skills }) => skills.join('、') || '–' },
    {
      key: 'needed',
      title: t.needed,
      numeric: true,
      render: (place) => (
        <span data-value={place.needed ?? ''} title={hoursOf(place)}>
          {place.needed === null ? '–' : format.count(place.needed)}
        </span>
      ),
    },
    counted('planned'),
    counted('hired'),
    {
      key: 'cost',
      title: t.cost,
      numeric: true,
      render: ({ monthlyCents }) => <span data-value={monthlyCents ?? ''}>{format.short(monthlyCents, 'money')}</span>,
    },
    {
      key: 'verdict',
      title: t.verdict,
      render: ({ verdict }) => <Tag color={COLOURS[verdict]}>{t[verdict]}</Tag>,
    },
  ]
  return (
    <DataTable
      label={t.positions}
      rows={positions}
      rowKey={({ team, position }) => `${team}/${position}`}
      columns={columns}
    />
  )
}
