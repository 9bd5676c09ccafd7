import type { Attribution, AttributionModel, ChannelCredit } from '@zhanggui/contract'
import { useFormat } from '../../../format/use-format.ts'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { DataTable } from '../../../parts/data-table.tsx'
import { MODELS } from './models.ts'
import { ShareCell } from './share-cell.tsx'
import { attributionStrings } from './strings.ts'

/** Every channel's share by every model, side by side: where they differ, the channel opens or closes rather than sells. */
export function ModelsCard({ data }: { data: Attribution }) {
  const t = useStrings(attributionStrings)
  const language = useLanguage()
  const format = useFormat(data.currency)
  const shareOf = (row: ChannelCredit, model: AttributionModel): number => row.models[model].share ?? 0
  const largest = Math.max(0, ...data.channels.flatMap((row) => MODELS.map((model) => shareOf(row, model))))
  const hint = (row: ChannelCredit, model: AttributionModel): string => {
    const paid = format.exact(row.models[model].paidCents, 'money')
    return model === 'shapley' && row.shapleyError > 0 ? `${paid} · ${t.error(format.percent(row.shapleyError))}` : paid
  }
  return (
    <Card title={t.models} note={t.modelsNote}>
      <DataTable
        label={t.models}
        rows={data.channels}
        rowKey={(row) => row.channel}
        columns={[
          { key: 'channel', title: t.channel, render: (row) => nameOf(row, language) },
          ...MODELS.map((model) => ({
            key: model,
            title: t[model],
            numeric: true,
            sort: (a: ChannelCredit, b: ChannelCredit) => shareOf(a, model) - shareOf(b, model),
            render: (row: ChannelCredit) => (
              <ShareCell share={row.models[model].share} largest={largest} title={hint(row, model)} />
            ),
          })),
          {
            key: 'removal',
            title: t.removal,
            numeric: true,
            render: (row) => (row.removal === null ? '–' : format.percent(row.removal)),
          },
        ]}
      />
    </Card>
  )
}
