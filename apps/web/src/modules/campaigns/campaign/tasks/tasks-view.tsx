import type { CampaignWork } from '@zhanggui/contract'
import { Switch } from 'antd'
import { useSearchState } from '../../../../app/use-search-state.ts'
import { useStrings } from '../../../../locale/strings.ts'
import { Card } from '../../../../parts/card.tsx'
import { Panel } from '../../../../parts/panel.tsx'
import stack from '../../../../parts/stack.module.css'
import { useWork } from '../../use-campaigns.ts'
import styles from '../campaign.module.css'
import type { CampaignProps } from '../campaign-page.tsx'
import { strings } from '../strings.ts'
import { HandOverList } from './hand-over-list.tsx'
import { OverdueList } from './overdue-list.tsx'
import { TaskTable } from './task-table.tsx'
import { WorkChart } from './work-chart.tsx'

const CHART_HEIGHT = 420

/** The work of the campaign: on its days, with what is critical, what is late, and what lies between two teams. */
export default function TasksView(props: CampaignProps) {
  const t = useStrings(strings)
  const work = useWork(props.at)
  const { get, set } = useSearchState()
  const showDone = get('done') === 'yes'
  const toggle = (
    <Switch
      size="small"
      checked={showDone}
      onChange={(on) => set({ done: on ? 'yes' : null }, { replace: true })}
      aria-label={t.showDone}
    />
  )
  return (
    <div className={stack.stack}>
      <div className={styles.columns}>
        <Card title={t.lateTitle} note={t.lateNote}>
          <OverdueList work={work.data} campaign={props.campaign} />
        </Card>
        <Card title={t.handOver} note={t.handOverNote}>
          <HandOverList work={work.data} campaign={props.campaign} />
        </Card>
      </div>
      <Panel<CampaignWork>
        title={t.gantt}
        extra={
          <span className={styles.inline}>
            {t.showDone}
            {toggle}
          </span>
        }
        query={work}
        height={CHART_HEIGHT}
      >
        {({ rows }) => (
          <WorkChart rows={rows.filter(({ done }) => showDone || !done)} windows={props.campaign.windows} />
        )}
      </Panel>
      <Card title={t.tasks}>
        <TaskTable {...props} work={work.data} showDone={showDone} />
      </Card>
    </div>
  )
}
