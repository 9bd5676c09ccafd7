import type { PlanTask } from '@zhanggui/contract'
import { Checkbox, Select } from 'antd'
import { useSearchState } from '../../../../app/use-search-state.ts'
import { useFormat } from '../../../../format/use-format.ts'
import { useStrings } from '../../../../locale/strings.ts'
import { TASK_SIDES, TEAMS } from './choices.ts'
import { taskStrings } from './strings.ts'
import { periodsOf, readTaskFilter } from './task-filter.ts'
import styles from './task-filters.module.css'

/** Period, team, side, open, without owner. */
export function TaskFilters({ tasks }: { tasks: readonly PlanTask[] }) {
  const t = useStrings(taskStrings)
  const format = useFormat()
  const { get, set } = useSearchState()
  const filter = readTaskFilter(get)
  const choose = (name: string) => (value: string) => set({ [name]: value || null }, { replace: true })
  return (
    <div className={styles.filters}>
      <Select
        aria-label={t.period}
        value={filter.period ?? ''}
        onChange={choose('period')}
        options={[
          { value: '', label: t.allPeriods },
          ...periodsOf(tasks).map((value) => ({ value, label: format.period(value) })),
        ]}
      />
      <Select
        aria-label={t.team}
        value={filter.team ?? ''}
        onChange={choose('team')}
        options={[{ value: '', label: t.allTeams }, ...TEAMS.map((value) => ({ value, label: t[`team_${value}`] }))]}
      />
      <Select
        aria-label={t.side}
        value={filter.side ?? ''}
        onChange={choose('side')}
        options={[
          { value: '', label: t.allSides },
          ...TASK_SIDES.map((value) => ({ value, label: t[`side_${value}`] })),
        ]}
      />
      <Checkbox checked={filter.onlyOpen} onChange={(event) => choose('open')(event.target.checked ? '1' : '')}>
        {t.onlyOpen}
      </Checkbox>
      <Checkbox checked={filter.onlyUnowned} onChange={(event) => choose('unowned')(event.target.checked ? '1' : '')}>
        {t.onlyUnowned}
      </Checkbox>
    </div>
  )
}
