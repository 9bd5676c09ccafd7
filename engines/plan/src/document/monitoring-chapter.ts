import { type Block, figure, type Piece, type TableRow } from '@zhanggui/report'
import {
  authorBlocks,
  dayRange,
  metricFigure,
  metricName,
  paragraph,
  plain,
  planRef,
  type Writing,
  wordsOf,
} from './write.ts'

function stageTable(writing: Writing): Block[] {
  const t = wordsOf(writing)
  const { stages } = writing.plan
  if (stages.length === 0) return []
  const rows = stages.flatMap((stage) =>
    stage.criteria.map(
      ({ metric, op, value }): TableRow => ({
        cells: [
          stage.name,
          dayRange(stage.fromDay, stage.toDay),
          metricName(writing, metric),
          op === 'atLeast' ? t('不低于', 'at least') : t('不高于', 'at most'),
          metricFigure(writing, metric, value, planRef('stages', stage.id, 'criteria')),
        ],
      }),
    ),
  )
  return [
    {
      kind: 'table',
      title: t('阶段与门槛', 'Stages and gates'),
      columns: [
        { title: t('阶段', 'Stage'), align: 'left', width: 3 },
        { title: t('起止', 'Days'), align: 'left', width: 4 },
        { title: t('指标', 'Metric'), align: 'left', width: 3 },
        { title: t('要求', 'Rule'), align: 'left', width: 2 },
        { title: t('数值', 'Value'), align: 'right', width: 2 },
      ],
      rows,
    },
  ]
}

/** The rules that money obeys, one sentence each. */
function ruleSentences(writing: Writing): Block[] {
  const t = wordsOf(writing)
  const { feeRatioMaxBp, cacMaxCents, roiMinMilli, roiMinClicks, roiMinSpendCents, burstRemainderMinBp } =
    writing.plan.budgetRules
  const ref = (field: string) => planRef('budget', null, field)
  const sentences: Piece[][] = []
  if (feeRatioMaxBp !== null)
    sentences.push([
      t('营销费用率上限 ', 'Marketing spend may take at most '),
      figure(feeRatioMaxBp / 10_000, 'ratio', ref('feeRatioMaxBp')),
      t('，会突破时先拦下再批。', ' of sales; what would go beyond is held for approval.'),
    ])
  if (cacMaxCents !== null)
    sentences.push([
      t('新客成本上限 ', 'A new buyer may cost at most '),
      figure(cacMaxCents, 'money', ref('cacMaxCents')),
      t('。', '.'),
    ])
  if (roiMinMilli !== null)
    sentences.push([
      t('渠道 ROI 不足 ', 'A channel under an ROI of '),
      figure(roiMinMilli / 1000, 'multiple', ref('roiMinMilli')),
      t(' 时削减', ' is cut'),
      ...(roiMinClicks === null
        ? []
        : [
            t('（至少 ', ' (judged from '),
            figure(roiMinClicks, 'count', ref('roiMinClicks')),
            t(' 次点击后判断）', ' clicks on)'),
          ]),
      ...(roiMinSpendCents === null
        ? []
        : [
            t('，花费不到 ', '; below '),
            figure(roiMinSpendCents, 'money', ref('roiMinSpendCents')),
            t(' 不下结论', ' of spend it is not judged'),
          ]),
      t('。', '.'),
    ])
  if (burstRemainderMinBp !== null)
    sentences.push([
      t('爆发日至少留 ', 'At least '),
      figure(burstRemainderMinBp / 10_000, 'ratio', ref('burstRemainderMinBp')),
      t(' 的预算。', ' of the budget is left for the burst days.'),
    ])
  return sentences.map((pieces) => paragraph(plain(...pieces)))
}

function findingTable(writing: Writing): Block[] {
  const t = wordsOf(writing)
  const { findings } = writing.facts
  if (findings.length === 0) return []
  return [
    {
      kind: 'table',
      title: t('体检发现', 'Findings of the plan check'),
      columns: [
        { title: '#', align: 'left', width: 1 },
        { title: t('级别', 'Level'), align: 'left', width: 2 },
        { title: t('发现', 'Finding'), align: 'left', width: 7 },
        { title: t('建议', 'Suggestion'), align: 'left', width: 6 },
      ],
      rows: findings.map(({ number, level, messageZh, messageEn, suggestionZh, suggestionEn }) => ({
        cells: [
          String(number),
          { error: t('错误', 'error'), warning: t('警告', 'warning'), note: t('提示', 'note') }[level],
          t(messageZh, messageEn),
          t(suggestionZh, suggestionEn),
        ],
      })),
    },
  ]
}

/** 监控: how one sees that the plan is kept, and what happens when it is not. */
export function monitoringChapter(writing: Writing): Block[] {
  const t = wordsOf(writing)
  const goals = writing.plan.goals.filter(({ parentId, target }) => parentId === null && target !== null)
  return [
    ...authorBlocks(writing, 'monitoring'),
    paragraph(
      plain(
        t('每天核对 ', 'Every day '),
        figure(goals.length, 'count', planRef('goals')),
        t(
          ' 个全年目标的完成情况：实际、到期末的预测、差距与每日需要补的量；进度不足时给出由访客、转化、客单哪一项造成。',
          ' goals of the year are checked: actual, forecast to the end, gap and the catch-up needed a day, and which of visitors, conversion and value per buyer is behind it.',
        ),
      ),
    ),
    ...ruleSentences(writing),
    ...stageTable(writing),
    ...findingTable(writing),
  ]
}
