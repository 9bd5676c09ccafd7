import type { PromotionSequence } from '@zhanggui/contract'
import { useFormat } from '../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { Panel } from '../../../parts/panel.tsx'
import type { PromotionAt } from '../use-promotions.ts'
import { strings } from './strings.ts'
import { useSequence } from './use-questions.ts'

const HEIGHT = 160

/** In which order discounts are taken here and beside this promotion, and who pays for each. */
export function SequenceCard({ at }: { at: PromotionAt }) {
  const t = useStrings(strings)
  return (
    <Panel<PromotionSequence> title={t.sequence} note={t.sequenceNote} query={useSequence(at)} height={HEIGHT}>
      {(steps) => <Steps steps={steps} />}
    </Panel>
  )
}

function Steps({ steps }: { steps: PromotionSequence }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const format = useFormat()
  const columns: Column<PromotionSequence[number]>[] = [
    { key: 'place', title: t.place, numeric: true, render: ({ place }) => format.count(place) },
    { key: 'level', title: t.level, render: ({ level }) => level[language] },
    { key: 'rule', title: t.rule, render: ({ name, isOwn }) => (isOwn ? name : t.beside(name)) },
    { key: 'borne', title: t.borneBy, render: ({ borne }) => borne[language] },
    { key: 'external', title: t.source, render: ({ isExternal }) => (isExternal ? t.external : t.internal) },
  ]
  return <DataTable columns={columns} rows={steps} rowKey={({ ruleId }) => ruleId} label={t.sequence} />
}
