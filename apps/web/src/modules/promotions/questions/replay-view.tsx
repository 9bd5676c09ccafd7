import type { RulesReplayed } from '@zhanggui/contract'
import { Button, DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { Problem } from '../../../parts/problem.tsx'
import stack from '../../../parts/stack.module.css'
import type { PromotionProps } from '../design/designer.tsx'
import styles from './questions.module.css'
import { ReplayResult } from './replay-result.tsx'
import { strings } from './strings.ts'
import { useReplay } from './use-questions.ts'

const DAY = 'YYYY-MM-DD'
/** A day's orders of a large shop are enough to begin with; a month says more. */
const FIRST_DAYS = 30

/** What the rules would have done to orders that were really placed. */
export default function ReplayView({ at }: PromotionProps) {
  const t = useStrings(strings)
  const [range, setRange] = useState(() => [dayjs().subtract(FIRST_DAYS, 'day'), dayjs()] as const)
  const replay = useReplay(at)
  const run = () => replay.mutate({ from: range[0].format(DAY), until: range[1].add(1, 'day').format(DAY) })
  return (
    <div className={stack.stack}>
      <Card title={t.replay} note={t.replayNote}>
        <div className={styles.form}>
          <DatePicker.RangePicker
            aria-label={t.range}
            value={[range[0], range[1]]}
            allowClear={false}
            onChange={(days) => days?.[0] && days[1] && setRange([days[0], days[1]])}
          />
          <Button type="primary" loading={replay.isPending} onClick={run}>
            {t.runReplay}
          </Button>
        </div>
        {replay.error && <Problem compact error={replay.error} />}
        {!replay.data && !replay.error && <EmptyState title={t.replayEmpty} text={t.replayEmptyText} />}
      </Card>
      {replay.data && <ReplayResult result={replay.data satisfies RulesReplayed} />}
    </div>
  )
}
