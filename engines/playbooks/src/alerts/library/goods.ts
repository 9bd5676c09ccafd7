import { daily, type ShippedRule, task } from './shipped-rule.ts'

/** Stock and the plan. */
export const GOODS_RULES: readonly ShippedRule[] = [
  {
    id: 'stock-runs-out',
    nameZh: '库存即将售罄',
    nameEn: 'Stock runs out',
    severity: 'warning',
    owner: 'products',
    action: task('补货、限购或换品，先核对在途', 'Restock, limit or swap; check what is on its way first'),
    condition: daily('stockCoverDays', { kind: 'threshold', op: '<', value: 5, clearAt: 10 }),
    per: 'item',
    everyMinutes: 60,
  },
  {
    id: 'stock-out-rate',
    nameZh: '缺货率过高',
    nameEn: 'Too many SKUs out of stock',
    severity: 'warning',
    owner: 'warehouse',
    action: task('列出在售缺货规格，下架或补货', 'List what is on sale without stock; take it down or restock'),
    condition: daily('stockOutRate', { kind: 'threshold', op: '>', value: 0.1, clearAt: 0.05 }),
    everyMinutes: 60,
  },
  {
    id: 'pace-below-plan',
    nameZh: '预计达不成目标',
    nameEn: 'Forecast below plan',
    severity: 'warning',
    owner: 'operations',
    action: task(
      '打开目标页看缺口原因，选补救动作',
      'Open the goals page, see the causes of the gap and choose what closes it',
    ),
    condition: {
      metric: 'goalPace',
      slice: {},
      windowMinutes: 1,
      test: { kind: 'threshold', op: '<', value: 0.9, clearAt: 0.95 },
    },
    everyMinutes: 720,
  },
]
