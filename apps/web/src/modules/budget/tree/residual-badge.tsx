import type { BudgetLevel } from '@zhanggui/contract'
import { Tag } from 'antd'
import type { Format } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { treeStrings } from './tree-strings.ts'

const WHOLE = 10_000

/** What a level leaves or gives out twice, in percent and money; nothing where it is assigned to the fen. */
export function ResidualBadge({ level, format, twoWays }: { level: BudgetLevel; format: Format; twoWays: boolean }) {
  const t = useStrings(treeStrings)
  const { residualCents, residualBp, kind, base, shareSumBp } = level
  const off = residualCents ?? residualBp ?? 0
  if (off === 0) return null
  // Shares that do not say of what leave nothing that could be named yet.
  if (base === null && shareSumBp !== null && residualCents === null)
    return <Tag color="warning">{t.sumOfNothing(format.percent(shareSumBp / WHOLE))}</Tag>
  const share = residualBp === null ? '' : format.percent(Math.abs(residualBp) / WHOLE)
  const money = residualCents === null ? '' : format.short(Math.abs(residualCents), 'money')
  const way = twoWays ? `${kind === 'periods' ? t.byTime : t.byPart} ` : ''
  return (
    <Tag
      color={off > 0 ? 'warning' : 'error'}
      title={residualCents === null ? undefined : format.exact(Math.abs(residualCents), 'money')}
      data-value={residualCents ?? ''}
    >
      {`${way}${off > 0 ? t.unassigned : t.excess} ${share} ${money}`.trim()}
    </Tag>
  )
}
